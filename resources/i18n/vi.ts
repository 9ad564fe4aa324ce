<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>new row</source>
        <translation>thêm dòng</translation>
    </message>
    <message>
        <source>new rows</source>
        <translation>thêm nhiều dòng</translation>
    </message>
    <message>
        <source>change of a row</source>
        <translation>sửa dòng</translation>
    </message>
    <message>
        <source>change of several rows</source>
        <translation>sửa nhiều dòng</translation>
    </message>
    <message>
        <source>change of a cell</source>
        <translation>sửa ô</translation>
    </message>
    <message>
        <source>paste</source>
        <translation>dán</translation>
    </message>
    <message>
        <source>fill down</source>
        <translation>điền xuống</translation>
    </message>
    <message>
        <source>deletion of a row</source>
        <translation>xóa dòng</translation>
    </message>
    <message>
        <source>deletion of several rows</source>
        <translation>xóa nhiều dòng</translation>
    </message>
    <message>
        <source>change of status</source>
        <translation>đổi trạng thái</translation>
    </message>
    <message>
        <source>progress update</source>
        <translation>cập nhật tiến độ</translation>
    </message>
    <message>
        <source>deadline extension</source>
        <translation>gia hạn</translation>
    </message>
    <message>
        <source>assignment</source>
        <translation>phân công</translation>
    </message>
    <message>
        <source>return of a deleted row</source>
        <translation>khôi phục dòng đã xóa</translation>
    </message>
    <message>
        <source>tasks from a programme</source>
        <translation>tạo việc từ chương trình</translation>
    </message>
    <message>
        <source>value of a target</source>
        <translation>số liệu chỉ tiêu</translation>
    </message>
    <message>
        <source>taking of a bundle</source>
        <translation>nhận gói dữ liệu</translation>
    </message>
    <message>
        <source>choice between two values</source>
        <translation>chọn giữa hai giá trị</translation>
    </message>
    <message>
        <source>last change</source>
        <translation>thay đổi vừa rồi</translation>
    </message>
    <message>
        <source>attaching of a file</source>
        <translation>đính kèm tệp</translation>
    </message>
    <message>
        <source>removal of a file</source>
        <translation>gỡ tệp</translation>
    </message>
    <message>
        <source>comment on a line</source>
        <translation>ý kiến về một dòng</translation>
    </message>
    <message>
        <source>settling of a comment</source>
        <translation>giải quyết ý kiến</translation>
    </message>
</context>
<context>
    <name>Bundles</name>
    <message numerus="yes">
        <source>%n assignment(s)</source>
        <translation>
            <numerusform>%n phân công</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s) taken, {rows} rows, counted again from the data.</source>
        <translation>
            <numerusform>Đã nhận %n gói, {rows} dòng, đã đếm lại từ dữ liệu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s)</source>
        <translation>
            <numerusform>%n gói</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not confirmed yet: {parts}.</source>
        <translation>
            <numerusform>%n thay đổi chưa được xác nhận: {parts}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deadline extension(s)</source>
        <translation>
            <numerusform>%n gia hạn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries of lists</source>
        <translation>
            <numerusform>%n mục trong danh mục</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) of targets</source>
        <translation>
            <numerusform>%n số liệu chỉ tiêu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more row(s)</source>
        <translation>
            <numerusform>và %n dòng nữa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new target(s)</source>
        <translation>
            <numerusform>%n chỉ tiêu mới</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new task(s)</source>
        <translation>
            <numerusform>%n việc mới</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plan(s)</source>
        <translation>
            <numerusform>%n kế hoạch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n programme item(s) of the upper level</source>
        <translation>
            <numerusform>%n mục của văn bản cấp trên</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n programme item(s)</source>
        <translation>
            <numerusform>%n mục của văn bản cấp trên</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n programme(s)</source>
        <translation>
            <numerusform>%n văn bản cấp trên</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n progress update(s)</source>
        <translation>
            <numerusform>%n cập nhật tiến độ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ready</source>
        <translation>
            <numerusform>%n sẵn sàng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n bị từ chối</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused; choose one to read why.</source>
        <translation>
            <numerusform>%n gói bị từ chối; chọn một gói để xem lý do.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) brought back</source>
        <translation>
            <numerusform>%n dòng được khôi phục</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) deleted</source>
        <translation>
            <numerusform>%n dòng bị xóa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of a newer version of the program</source>
        <translation>
            <numerusform>%n dòng do phiên bản Sổ Sen mới hơn ghi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n solution(s)</source>
        <translation>
            <numerusform>%n giải pháp</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken</source>
        <translation>
            <numerusform>%n đã nhận</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) edited</source>
        <translation>
            <numerusform>%n chỉ tiêu được sửa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n target(s)</source>
        <translation>
            <numerusform>%n chỉ tiêu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) edited</source>
        <translation>
            <numerusform>%n việc được sửa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) led by somebody else</source>
        <translation>
            <numerusform>%n việc đổi chủ trì</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) with another deadline</source>
        <translation>
            <numerusform>%n việc đổi hạn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) with another status</source>
        <translation>
            <numerusform>%n việc đổi trạng thái</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n việc</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) differ from what is here. Both are kept until you choose.</source>
        <translation>
            <numerusform>%n giá trị khác với dữ liệu ở đây. Giữ cả hai cho đến khi bạn chọn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with conflicts</source>
        <translation>
            <numerusform>%n có xung đột</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without news</source>
        <translation>
            <numerusform>%n không có gì mới</numerusform>
        </translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(trống)</translation>
    </message>
    <message>
        <source>About {size}</source>
        <translation>Khoảng {size}</translation>
    </message>
    <message>
        <source>After the one before</source>
        <translation>Sau gói trước</translation>
    </message>
    <message>
        <source>All that it holds is here already; nothing is taken twice.</source>
        <translation>Mọi nội dung của gói đã có ở đây; không có gì bị nhập hai lần.</translation>
    </message>
    <message>
        <source>Assignment</source>
        <translation>Phân công</translation>
    </message>
    <message>
        <source>Brought back</source>
        <translation>Khôi phục</translation>
    </message>
    <message>
        <source>Bundles (*.goi);;All files (*)</source>
        <translation>Gói dữ liệu (*.goi);;Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Bundles at hand</source>
        <translation>Gói hiện có</translation>
    </message>
    <message>
        <source>Bundles to receive</source>
        <translation>Gói chờ nhận</translation>
    </message>
    <message>
        <source>Bundles</source>
        <translation>Gói dữ liệu</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Thay đổi</translation>
    </message>
    <message>
        <source>Changes in the bundle</source>
        <translation>Thay đổi trong gói</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Thay đổi</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Chọn thư mục…</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>Chọn thư mục khác…</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Chọn tệp…</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Xung đột</translation>
    </message>
    <message>
        <source>Consolidation</source>
        <translation>Bảng tổng hợp</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Đổi hạn</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Đã xóa</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Chiều</translation>
    </message>
    <message>
        <source>Drop bundles or a folder here</source>
        <translation>Kéo thả gói hoặc thư mục vào đây</translation>
    </message>
    <message>
        <source>Each bundle holds all that its receiver has not confirmed yet, so a lost bundle loses nothing.</source>
        <translation>Mỗi gói chứa mọi thứ nơi nhận chưa xác nhận, nên mất một gói không mất dữ liệu.</translation>
    </message>
    <message>
        <source>Each unit gets its own bundle, in a folder named after the unit&apos;s code.</source>
        <translation>Mỗi đơn vị có một gói riêng, trong thư mục mang mã đơn vị.</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>Gia hạn</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Folder to write to</source>
        <translation>Thư mục ghi gói</translation>
    </message>
    <message>
        <source>Folder with bundles</source>
        <translation>Thư mục chứa gói</translation>
    </message>
    <message>
        <source>Work travels between offices on a stick, in sealed and signed files.</source>
        <translation>Dữ liệu đi giữa các đơn vị bằng USB, trong tệp niêm phong có chữ ký.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message numerus="yes">
        <source>%n attached file(s) arrived.</source>
        <translation>
            <numerusform>%n tệp đính kèm đã đến.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s) brought no new record; what the sender has received is noted.</source>
        <translation>
            <numerusform>%n gói không có dữ liệu mới; đã ghi nhận những gì nơi gửi đã nhận.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s), printed {moment}</source>
        <translation>
            <numerusform>%n gói, in lúc {moment}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held nothing new.</source>
        <translation>
            <numerusform>%n gói không có gì mới.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept aside</source>
        <translation>
            <numerusform>%n đang chờ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept aside; it is taken by itself later.</source>
        <translation>
            <numerusform>%n gói đang chờ, sẽ tự nhận khi được.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) have confirmed nothing for more than 60 days.</source>
        <translation>
            <numerusform>%n đơn vị chưa gửi biên nhận hơn 60 ngày.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) in conflict.</source>
        <translation>
            <numerusform>%n giá trị xung đột.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About {size}, with %n attached file(s).</source>
        <translation>
            <numerusform>Khoảng {size}, kèm %n tệp đính kèm.</numerusform>
        </translation>
    </message>
    <message>
        <source>All is received, as the code typed here says. The next bundle carries {parts} once more; nothing is taken twice.</source>
        <translation>Nơi nhận đã nhận đủ, theo mã biên nhận đã gõ. Gói kế tiếp vẫn mang lại {parts}; không có gì bị nhập hai lần.</translation>
    </message>
    <message>
        <source>All that this bundle changed is taken back, and the data is as it was before. The bundle stays in the log and can be taken again; its sender&apos;s next bundle brings the part again.</source>
        <translation>Mọi thay đổi do gói này mang đến được rút lại, dữ liệu trở về như trước. Gói vẫn nằm trong nhật ký và có thể nhận lại; gói kế tiếp của nơi gửi sẽ mang lại phần đó.</translation>
    </message>
    <message>
        <source>Bundle number</source>
        <translation>Gói số</translation>
    </message>
    <message>
        <source>Bundle {n} of {unit} is undone.</source>
        <translation>Đã hoàn tác gói số {n} của {unit}.</translation>
    </message>
    <message>
        <source>Bundle {n}, {moment}: {standing}</source>
        <translation>Gói số {n}, {moment}: {standing}</translation>
    </message>
    <message>
        <source>Check (SHA-256)</source>
        <translation>Mã kiểm (SHA-256)</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Ý kiến</translation>
    </message>
    <message>
        <source>Day, hour: …………………………</source>
        <translation>Ngày, giờ: …………………………</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Minh chứng</translation>
    </message>
    <message>
        <source>Files only</source>
        <translation>Chỉ có tệp</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Nơi gửi</translation>
    </message>
    <message>
        <source>Go to pairing</source>
        <translation>Mở trang Ghép nối</translation>
    </message>
    <message numerus="yes">
        <source>It brings %n attached file(s).</source>
        <translation>
            <numerusform>Gói mang %n tệp đính kèm.</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept aside</source>
        <translation>Đang chờ</translation>
    </message>
    <message>
        <source>Last bundle: number {n}, {moment}.</source>
        <translation>Gói gần nhất: số {n}, {moment}.</translation>
    </message>
    <message>
        <source>Last received</source>
        <translation>Nhận gần nhất</translation>
    </message>
    <message>
        <source>Last sent</source>
        <translation>Gửi gần nhất</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Chủ trì</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Để nguyên</translation>
    </message>
    <message>
        <source>List entry</source>
        <translation>Mục danh mục</translation>
    </message>
    <message>
        <source>Log of bundles</source>
        <translation>Nhật ký gói</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Nhật ký</translation>
    </message>
    <message>
        <source>Looking at the bundles</source>
        <translation>Đang xem các gói</translation>
    </message>
    <message>
        <source>Looking for the bundle of this code</source>
        <translation>Đang tìm gói của mã này</translation>
    </message>
    <message>
        <source>Made {moment}, {size}</source>
        <translation>Lập lúc {moment}, {size}</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Lập lúc</translation>
    </message>
    <message>
        <source>Mark as received</source>
        <translation>Ghi nhận đã nhận</translation>
    </message>
    <message>
        <source>New target</source>
        <translation>Chỉ tiêu mới</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>Việc mới</translation>
    </message>
    <message>
        <source>Newer version</source>
        <translation>Bản mới hơn</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>Thẻ sau</translation>
    </message>
    <message>
        <source>No bundle has been sent or received yet.</source>
        <translation>Chưa gửi hay nhận gói nào.</translation>
    </message>
    <message>
        <source>No change is waiting. The bundle will only confirm what was received.</source>
        <translation>Chưa có thay đổi để gửi. Gói chỉ mang biên nhận những gì đã nhận.</translation>
    </message>
    <message>
        <source>No change is waiting; attached files that the receiver lacks go along.</source>
        <translation>Không có thay đổi nào chờ gửi; gói mang các tệp đính kèm mà nơi nhận còn thiếu.</translation>
    </message>
    <message>
        <source>No record changes; the bundle says what its sender has received from here.</source>
        <translation>Không có dữ liệu thay đổi; gói cho biết nơi gửi đã nhận những gì từ đây.</translation>
    </message>
    <message>
        <source>No stick is plugged in. Plug one in, or choose a folder.</source>
        <translation>Chưa cắm USB. Hãy cắm USB hoặc chọn thư mục.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Not confirmed yet</source>
        <translation>Chưa xác nhận</translation>
    </message>
    <message>
        <source>Not taken yet</source>
        <translation>Chưa nhận</translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation>Chưa gửi gói nào.</translation>
    </message>
    <message>
        <source>Nothing has been written yet. What you write stands here until it is received.</source>
        <translation>Chưa ghi gói nào. Gói đã ghi sẽ nằm ở đây cho đến khi có biên nhận.</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>Không có gì mới</translation>
    </message>
    <message>
        <source>Number of the bundle at its sender</source>
        <translation>Số của gói ở nơi gửi</translation>
    </message>
    <message>
        <source>Once the bundle is taken, the receiver&apos;s program shows ten characters. Hear them by phone, then type them under Bundles – Send – Receipt code: the bundle is then marked as received.</source>
        <translation>Khi nhận gói xong, máy nơi nhận hiện mã mười ký tự. Nghe mã qua điện thoại rồi gõ vào Gói dữ liệu – Gửi – Mã biên nhận: gói được ghi là đã nhận.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Mở thư mục</translation>
    </message>
    <message>
        <source>Open the page Waiting</source>
        <translation>Mở trang Đang chờ</translation>
    </message>
    <message>
        <source>Other bundles…</source>
        <translation>Gói khác…</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Pairing</source>
        <translation>Ghép nối</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Kế hoạch</translation>
    </message>
    <message>
        <source>Print receipts</source>
        <translation>In biên nhận</translation>
    </message>
    <message>
        <source>Print the day&apos;s receipts</source>
        <translation>In biên nhận trong ngày</translation>
    </message>
    <message>
        <source>Print the slip</source>
        <translation>In phiếu gửi</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Văn bản cấp trên</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>RECEIPTS FOR BUNDLES OF DATA</source>
        <translation>PHIẾU BIÊN NHẬN GÓI DỮ LIỆU</translation>
    </message>
    <message>
        <source>Read it out to the unit that sent the bundle</source>
        <translation>Đọc mã này cho đơn vị đã gửi gói</translation>
    </message>
    <message>
        <source>Reading the log</source>
        <translation>Đang đọc nhật ký</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Sẵn sàng</translation>
    </message>
    <message>
        <source>Receipt code that the receiver reads out by phone:</source>
        <translation>Mã biên nhận nơi nhận đọc qua điện thoại:</translation>
    </message>
    <message>
        <source>Receipt code to tell the sender: {code}</source>
        <translation>Mã biên nhận để báo nơi gửi: {code}</translation>
    </message>
    <message>
        <source>Receipt code</source>
        <translation>Mã biên nhận</translation>
    </message>
    <message>
        <source>Receipt of the receiver</source>
        <translation>Biên nhận của nơi nhận</translation>
    </message>
    <message>
        <source>Receipts for bundles</source>
        <translation>Phiếu biên nhận</translation>
    </message>
    <message>
        <source>Receipts only</source>
        <translation>Chỉ có biên nhận</translation>
    </message>
    <message>
        <source>Receive bundles</source>
        <translation>Nhận gói dữ liệu</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>Nhận</translation>
    </message>
    <message>
        <source>Received by: …………………………</source>
        <translation>Người nhận: …………………………</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Đã nhận</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Từ chối</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Số dòng</translation>
    </message>
    <message>
        <source>SLIP FOR A BUNDLE OF DATA</source>
        <translation>PHIẾU GỬI GÓI DỮ LIỆU</translation>
    </message>
    <message>
        <source>See and choose</source>
        <translation>Xem và chọn</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Gửi</translation>
    </message>
    <message>
        <source>Send, receive, log</source>
        <translation>Gửi, nhận, nhật ký</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Đã gửi</translation>
    </message>
    <message>
        <source>Sent, and receipts</source>
        <translation>Đã gửi và biên nhận</translation>
    </message>
    <message>
        <source>Signs of a virus on the stick: {signs}. Do not open them; have the stick scanned. The bundle itself is sealed and may be written.</source>
        <translation>USB có dấu hiệu vi-rút: {signs}. Đừng mở các tệp này; hãy quét USB. Gói đã niêm phong nên vẫn ghi được.</translation>
    </message>
    <message>
        <source>Signs of a virus on the stick: {signs}. Take the bundles with the button here; open no file on the stick, and have it scanned.</source>
        <translation>USB có dấu hiệu vi-rút: {signs}. Hãy nhận gói bằng nút ở đây, đừng mở tệp nào trên USB và hãy quét USB.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Dung lượng</translation>
    </message>
    <message>
        <source>Slip of the bundle</source>
        <translation>Phiếu gửi gói</translation>
    </message>
    <message>
        <source>Solution</source>
        <translation>Giải pháp</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Stick {name} – locked against writing</source>
        <translation>USB {name} – đang khóa ghi</translation>
    </message>
    <message>
        <source>Stick {name} – {free} free</source>
        <translation>USB {name} – còn trống {free}</translation>
    </message>
    <message numerus="yes">
        <source>Stick {name}: %n bundle(s)</source>
        <translation>
            <numerusform>USB {name}: %n gói</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped: the import stays as it was.</source>
        <translation>Đã dừng: lần nhận này vẫn giữ nguyên.</translation>
    </message>
    <message numerus="yes">
        <source>Take %n ready bundle(s)</source>
        <translation>
            <numerusform>Nhận %n gói sẵn sàng</numerusform>
        </translation>
    </message>
    <message>
        <source>Take this bundle</source>
        <translation>Nhận gói này</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Đã nhận</translation>
    </message>
    <message>
        <source>Taken: {changes}.</source>
        <translation>Đã nhận: {changes}.</translation>
    </message>
    <message>
        <source>Taking the bundles</source>
        <translation>Đang nhận các gói</translation>
    </message>
    <message>
        <source>Target edited</source>
        <translation>Sửa chỉ tiêu</translation>
    </message>
    <message>
        <source>Task edited</source>
        <translation>Sửa việc</translation>
    </message>
    <message>
        <source>Ten characters; small letters and spaces do not matter, O counts as 0</source>
        <translation>Mười ký tự; chữ thường, dấu cách đều được, chữ O tính là số 0</translation>
    </message>
    <message>
        <source>The bundle has grown large. It shrinks once a bundle of the receiver was taken here.</source>
        <translation>Gói đã lớn. Gói sẽ nhỏ lại khi máy này nhận một gói của nơi nhận gửi về.</translation>
    </message>
    <message>
        <source>The file is sealed and signed; only the receiver can open it. This slip goes with it.</source>
        <translation>Tệp đã niêm phong và ký số, chỉ nơi nhận mở được. Phiếu này đi kèm USB.</translation>
    </message>
    <message numerus="yes">
        <source>The files fit into no single bundle: %n are written, and all of them go along.</source>
        <translation>
            <numerusform>Tệp đính kèm không vừa một gói: sẽ ghi %n gói, phải mang đi đủ.</numerusform>
        </translation>
    </message>
    <message>
        <source>The list of units names no unit above or below this one.</source>
        <translation>Danh sách đơn vị không có đơn vị nào trên hoặc dưới đơn vị này.</translation>
    </message>
    <message>
        <source>The same bundle once more, to the place chosen above</source>
        <translation>Ghi lại đúng gói này vào nơi đã chọn ở trên</translation>
    </message>
    <message>
        <source>The stick is fit: room enough, no sign of a virus.</source>
        <translation>USB tốt: đủ chỗ, không có dấu hiệu vi-rút.</translation>
    </message>
    <message>
        <source>The stick is nearly full: {free} left, {size} needed.</source>
        <translation>USB gần đầy: còn {free}, cần {size}.</translation>
    </message>
    <message>
        <source>There is nobody to send to</source>
        <translation>Chưa có nơi nhận</translation>
    </message>
    <message>
        <source>This computer is not enrolled yet. The page Pairing leads through it; what is done until then goes with the first bundle.</source>
        <translation>Máy này chưa ghép nối. Trang Ghép nối hướng dẫn từng bước; việc làm từ nay đến lúc đó sẽ đi theo gói đầu tiên.</translation>
    </message>
    <message>
        <source>This stick is locked against writing. Push the switch at its side, or take another.</source>
        <translation>USB đang khóa ghi. Gạt nút khóa bên hông, hoặc dùng USB khác.</translation>
    </message>
    <message numerus="yes">
        <source>To %n unit(s)</source>
        <translation>
            <numerusform>Gửi %n đơn vị</numerusform>
        </translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Cần xem</translation>
    </message>
    <message>
        <source>To {unit}</source>
        <translation>Gửi {unit}</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nơi nhận</translation>
    </message>
    <message>
        <source>Today&apos;s work</source>
        <translation>Việc hôm nay</translation>
    </message>
    <message>
        <source>Undo bundle {n} of {unit}?</source>
        <translation>Hoàn tác gói số {n} của {unit}?</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>Hoàn tác gói đã nhận</translation>
    </message>
    <message>
        <source>Undo the import…</source>
        <translation>Hoàn tác gói…</translation>
    </message>
    <message>
        <source>Undoing the import</source>
        <translation>Đang hoàn tác gói</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Đang chờ</translation>
    </message>
    <message>
        <source>What goes to each unit</source>
        <translation>Nội dung gửi từng đơn vị</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Khi nào</translation>
    </message>
    <message numerus="yes">
        <source>Write %n bundle(s)</source>
        <translation>
            <numerusform>Ghi %n gói</numerusform>
        </translation>
    </message>
    <message>
        <source>Write again</source>
        <translation>Ghi lại</translation>
    </message>
    <message>
        <source>Write the bundle</source>
        <translation>Ghi gói</translation>
    </message>
    <message>
        <source>Write to</source>
        <translation>Ghi vào</translation>
    </message>
    <message>
        <source>Writing the bundle and reading it back</source>
        <translation>Đang ghi gói và đọc lại để kiểm tra</translation>
    </message>
    <message>
        <source>Written and checked. The stick may be pulled out.</source>
        <translation>Đã ghi xong và kiểm tra, có thể rút USB.</translation>
    </message>
    <message>
        <source>Written and checked.</source>
        <translation>Đã ghi xong và kiểm tra.</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Người lập</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Lập lúc</translation>
    </message>
    <message>
        <source>You see what they would change before anything is taken.</source>
        <translation>Xem trước những gì sẽ thay đổi rồi mới nhận.</translation>
    </message>
    <message>
        <source>a file that starts by itself ({names})</source>
        <translation>tệp tự chạy ({names})</translation>
    </message>
    <message>
        <source>all of it is in bundle {n}, received by {unit}.</source>
        <translation>đã nằm trong gói số {n} mà {unit} đã nhận.</translation>
    </message>
    <message>
        <source>folders with a false twin ({names})</source>
        <translation>thư mục bị giả mạo ({names})</translation>
    </message>
    <message>
        <source>nothing; the bundle only confirms what was received</source>
        <translation>không có; gói chỉ xác nhận những gì đã nhận</translation>
    </message>
    <message>
        <source>programs ({names})</source>
        <translation>tệp chương trình ({names})</translation>
    </message>
    <message>
        <source>shortcuts ({names})</source>
        <translation>lối tắt ({names})</translation>
    </message>
    <message>
        <source>two values are kept: {fields}</source>
        <translation>giữ cả hai giá trị: {fields}</translation>
    </message>
    <message>
        <source>written and verified, waits for its receipt.</source>
        <translation>đã ghi và kiểm tra, chờ biên nhận.</translation>
    </message>
    <message>
        <source>{size}, {rows} rows</source>
        <translation>{size}, {rows} dòng</translation>
    </message>
    <message>
        <source>{unit} could not take it: {why}</source>
        <translation>{unit} chưa nhận được: {why}</translation>
    </message>
    <message numerus="yes">
        <source>{unit} has confirmed nothing for %n day(s). Call and ask for the receipt code or a bundle.</source>
        <translation>
            <numerusform>{unit} đã %n ngày chưa gửi biên nhận. Hãy gọi điện xin mã biên nhận hoặc gói gửi về.</numerusform>
        </translation>
    </message>
    <message>
        <source>{unit} has received bundle {n}.</source>
        <translation>{unit} đã nhận gói số {n}.</translation>
    </message>
    <message>
        <source>{unit} has received it, {moment}, {rows} rows.</source>
        <translation>{unit} đã nhận lúc {moment}, {rows} dòng.</translation>
    </message>
    <message>
        <source>{unit} has received it; code typed {moment}.</source>
        <translation>{unit} đã nhận; mã gõ lúc {moment}.</translation>
    </message>
    <message>
        <source>{unit} sends: {changes}.</source>
        <translation>{unit} gửi: {changes}.</translation>
    </message>
    <message>
        <source>{unit}, bundle number {n}</source>
        <translation>{unit}, gói số {n}</translation>
    </message>
    <message numerus="yes">
        <source>{unit}: the %n bundles belong together and all of them go along; each holds attached files that no other has.</source>
        <translation>
            <numerusform>{unit}: %n gói này đi cùng nhau, phải mang đi đủ; mỗi gói có tệp đính kèm mà gói khác không có.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of evidence</source>
        <translation>
            <numerusform>%n tệp minh chứng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n ý kiến</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) get no bundle: no computer there is enrolled.</source>
        <translation>
            <numerusform>%n đơn vị không có gói: chưa ghép nối máy nào.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n đơn vị</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Brought receipts: %n bundle(s) sent from here have arrived.</source>
        <translation>
            <numerusform>Gói biên nhận: %n gói gửi từ đây đã tới nơi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder {name}</source>
        <translation>Thư mục {name}</translation>
    </message>
    <message numerus="yes">
        <source>Receipts of {units}: %n bundle(s) sent from here have arrived.</source>
        <translation>
            <numerusform>Đã nhận biên nhận của {units}: %n gói gửi từ đây đã tới nơi.</numerusform>
        </translation>
    </message>
    <message>
        <source>{unit}: {file}, number {n}, {rows} rows, {size}</source>
        <translation>{unit}: {file}, số {n}, {rows} dòng, {size}</translation>
    </message>
    <message numerus="yes">
        <source>Written before: {facts}. Since then there are %n change(s).</source>
        <translation>
            <numerusform>Đã ghi lần trước: {facts}. Từ đó có thêm %n thay đổi.</numerusform>
        </translation>
    </message>
    <message>
        <source>no bundle: enrol a computer of this unit first</source>
        <translation>không có gói: hãy ghép nối một máy của đơn vị này trước</translation>
    </message>
    <message numerus="yes">
        <source>{units}: %n bundle(s), {size} together</source>
        <translation>
            <numerusform>{units}: %n gói, cộng {size}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>Drawing the chart…</source>
        <translation>Đang vẽ biểu đồ…</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Province</source>
        <translation>Tỉnh</translation>
    </message>
    <message>
        <source>District</source>
        <translation>Huyện</translation>
    </message>
    <message>
        <source>Commune</source>
        <translation>Xã</translation>
    </message>
    <message>
        <source>Township</source>
        <translation>Thị trấn</translation>
    </message>
    <message>
        <source>Ward</source>
        <translation>Phường</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Ngành</translation>
    </message>
    <message>
        <source>Party Committee</source>
        <translation>Đảng ủy</translation>
    </message>
    <message>
        <source>Standing Committee</source>
        <translation>Ban Thường vụ</translation>
    </message>
    <message>
        <source>People&apos;s Committee</source>
        <translation>Ủy ban nhân dân</translation>
    </message>
    <message>
        <source>People&apos;s Council</source>
        <translation>Hội đồng nhân dân</translation>
    </message>
    <message>
        <source>Front and mass organisations</source>
        <translation>Mặt trận Tổ quốc và đoàn thể</translation>
    </message>
    <message>
        <source>Advisory body</source>
        <translation>Cơ quan tham mưu, giúp việc</translation>
    </message>
    <message>
        <source>Party cell</source>
        <translation>Chi bộ</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Bộ phận chuyên môn</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Khác</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Tuần</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Tháng</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>Quý</translation>
    </message>
    <message>
        <source>Half-year</source>
        <translation>6 tháng</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Năm</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Chính quyền</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>Đảng</translation>
    </message>
    <message>
        <source>Action programme</source>
        <translation>Chương trình hành động</translation>
    </message>
    <message>
        <source>Socio-economic plan</source>
        <translation>Kế hoạch phát triển kinh tế - xã hội</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Nghị quyết</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Dự thảo</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Đã gửi</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Bị trả lại</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Đã duyệt</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Đã chốt</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Chưa thực hiện</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Đang thực hiện</translation>
    </message>
    <message>
        <source>Pending confirmation</source>
        <translation>Chờ xác nhận</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Hoàn thành</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Tạm dừng</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Regular</source>
        <translation>Thường xuyên</translation>
    </message>
    <message>
        <source>Construction work</source>
        <translation>Công trình</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Sự kiện</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Văn bản, chính sách</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Ít nhất</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Nhiều nhất</translation>
    </message>
    <message>
        <source>Exactly</source>
        <translation>Đúng bằng</translation>
    </message>
    <message>
        <source>Reached or not</source>
        <translation>Đạt hoặc không đạt</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Chủ trì</translation>
    </message>
    <message>
        <source>Coordinating</source>
        <translation>Phối hợp</translation>
    </message>
    <message>
        <source>Leader in charge</source>
        <translation>Lãnh đạo phụ trách</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>{count} offices of the sample year are in {folder}.</source>
        <translation>Dữ liệu mẫu của {count} đơn vị nằm trong {folder}.</translation>
    </message>
    <message>
        <source>{device}  {unit}, {label} – reported lost</source>
        <translation>{device}  {unit}, {label} – đã báo mất</translation>
    </message>
    <message>
        <source>{device}  {unit}, {label}</source>
        <translation>{device}  {unit}, {label}</translation>
    </message>
    <message>
        <source>{office}: {digits}</source>
        <translation>{office}: {digits}</translation>
    </message>
    <message>
        <source>{path}: for the safe; it is no longer on this computer. Print it too: {text}</source>
        <translation>{path}: cất vào két; khóa không còn trên máy này. In ra giấy: {text}</translation>
    </message>
    <message>
        <source>{path}: for {unit} as {label}, from {office}. Compare with the official letter: {digits}</source>
        <translation>{path}: gói cho {unit}, máy {label}, từ {office}. So với công văn: {digits}</translation>
    </message>
    <message>
        <source>{path}: for {unit}, number {n}, {rows} rows, {size} bytes, read back.</source>
        <translation>{path}: gửi {unit}, số {n}, {rows} dòng, {size} byte, đã đọc lại.</translation>
    </message>
    <message>
        <source>{code} {name}: {unit}, number {n}, {new} new, {changed} changed rows.</source>
        <translation>{code} {name}: {unit}, số {n}, {new} dòng mới, {changed} dòng thay đổi.</translation>
    </message>
    <message>
        <source>The spare root key still lies on this computer: write it to a stick for the safe with “spare-key”.</source>
        <translation>Khóa gốc dự phòng còn trên máy này: hãy ghi ra USB để cất vào két bằng lệnh “spare-key”.</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>Đã ghi: {path}</translation>
    </message>
    <message>
        <source>Undone: {unit}, number {n}. The bundle can be taken again.</source>
        <translation>Đã hoàn tác: {unit}, gói số {n}. Có thể nhận lại gói này.</translation>
    </message>
    <message>
        <source>{code} {name}: {why}</source>
        <translation>{code} {name}: {why}</translation>
    </message>
    <message>
        <source>    {count} values differ between two computers; the window lists them.</source>
        <translation>    {count} giá trị khác nhau giữa hai máy; xem danh sách trong cửa sổ.</translation>
    </message>
    <message>
        <source>{path}: request of {unit}, {label}. Read out on the telephone: {digits}</source>
        <translation>{path}: phiếu của {unit}, {label}. Đọc qua điện thoại: {digits}</translation>
    </message>
    <message>
        <source>{standing}  {path}: {unit}, {label}, digits {digits}</source>
        <translation>{standing}  {path}: {unit}, {label}, dãy số {digits}</translation>
    </message>
    <message>
        <source>The data has {count} faults. First copy the whole data folder elsewhere.</source>
        <translation>Dữ liệu có {count} lỗi. Trước hết hãy chép cả thư mục dữ liệu sang nơi khác.</translation>
    </message>
    <message>
        <source>    {count} attached files came with it.</source>
        <translation>    Kèm {count} tệp đính kèm.</translation>
    </message>
    <message>
        <source>Sổ Sen: a commune&apos;s plan for the year, carried to the district and added up there.</source>
        <translation>Sổ Sen: từ kế hoạch năm của xã đến bảng tổng hợp của cấp trên, không cần mạng.</translation>
    </message>
    <message>
        <source>Warning: only {free} left on the disk of the data. What is saved is safe; free some room, or soon nothing more can be saved, received or backed up.</source>
        <translation>Cảnh báo: ổ đĩa chứa dữ liệu chỉ còn {free}. Những gì đã lưu vẫn an toàn; hãy dọn bớt ổ đĩa, nếu không sắp tới sẽ không lưu, không nhận gói, không sao lưu thêm được.</translation>
    </message>
    <message>
        <source>a change has no line in the history</source>
        <translation>một thay đổi không có dòng lịch sử</translation>
    </message>
    <message>
        <source>a change that is not here would be sent</source>
        <translation>một thay đổi không có ở đây lại sẽ được gửi đi</translation>
    </message>
    <message>
        <source>a change would not be sent</source>
        <translation>một thay đổi sẽ không được gửi đi</translation>
    </message>
    <message>
        <source>a folder for the pictures</source>
        <translation>thư mục để ghi ảnh</translation>
    </message>
    <message>
        <source>a folder without a sample</source>
        <translation>thư mục chưa có năm mẫu</translation>
    </message>
    <message>
        <source>a line for each unit, field of work or state</source>
        <translation>mỗi dòng là một đơn vị (unit), lĩnh vực (field) hay tình trạng (state)</translation>
    </message>
    <message>
        <source>a new .goi file, or a folder</source>
        <translation>một tệp .goi mới, hoặc một thư mục</translation>
    </message>
    <message>
        <source>a record is gone</source>
        <translation>một bản ghi đã mất</translation>
    </message>
    <message>
        <source>a record is not found by what it says</source>
        <translation>không tìm thấy một bản ghi theo nội dung của nó</translation>
    </message>
    <message>
        <source>a record shows a value that nobody entered</source>
        <translation>một bản ghi hiện giá trị không ai nhập</translation>
    </message>
    <message>
        <source>a record shows another value than was entered</source>
        <translation>một bản ghi hiện giá trị khác với giá trị đã nhập</translation>
    </message>
    <message>
        <source>a record&apos;s value comes from a change that is not here</source>
        <translation>giá trị của một bản ghi thuộc về một thay đổi không có ở đây</translation>
    </message>
    <message>
        <source>a stick or folder</source>
        <translation>USB hoặc thư mục</translation>
    </message>
    <message>
        <source>add up what the units hold</source>
        <translation>cộng số liệu của các đơn vị</translation>
    </message>
    <message>
        <source>also keys that fit: it was reported lost</source>
        <translation>cả khi khóa còn khớp: máy đã bị báo mất</translation>
    </message>
    <message>
        <source>an attached file is missing</source>
        <translation>thiếu một tệp đính kèm</translation>
    </message>
    <message>
        <source>an attached file is not the one that was attached</source>
        <translation>một tệp đính kèm không còn đúng như khi đính kèm</translation>
    </message>
    <message>
        <source>another name for a unit</source>
        <translation>đặt tên khác cho một đơn vị</translation>
    </message>
    <message>
        <source>another name for the computer than it asks for</source>
        <translation>đặt cho máy tên khác tên trong phiếu</translation>
    </message>
    <message>
        <source>as they were read out: the last two groups of four digits, or all six</source>
        <translation>như nghe đọc: hai nhóm bốn số cuối, hoặc đủ sáu nhóm</translation>
    </message>
    <message>
        <source>bundles, or folders with bundles</source>
        <translation>các gói, hoặc thư mục có gói</translation>
    </message>
    <message>
        <source>changes are counted as received that are not here</source>
        <translation>có thay đổi được tính là đã nhận nhưng không có ở đây</translation>
    </message>
    <message>
        <source>changes are missing in between</source>
        <translation>thiếu một số thay đổi ở giữa</translation>
    </message>
    <message>
        <source>check the database against its stamps, history and files</source>
        <translation>đối chiếu dữ liệu với dấu ghi, lịch sử và các tệp</translation>
    </message>
    <message>
        <source>code, name, first day, telephone; a line each</source>
        <translation>mã, tên, từ ngày, điện thoại; mỗi đơn vị một dòng</translation>
    </message>
    <message>
        <source>computers that are lost</source>
        <translation>các máy bị mất</translation>
    </message>
    <message>
        <source>draw every screen with this data as a PNG</source>
        <translation>vẽ mọi màn hình với dữ liệu này thành tệp PNG</translation>
    </message>
    <message>
        <source>enrol the computer of a request, after the telephone call</source>
        <translation>duyệt ghép nối máy của một phiếu, sau khi đã gọi điện</translation>
    </message>
    <message>
        <source>first give this one up</source>
        <translation>trước hết bỏ gói này</translation>
    </message>
    <message>
        <source>first take what can be taken now</source>
        <translation>trước hết nhận những gói nay đã nhận được</translation>
    </message>
    <message>
        <source>found an upper office (with --units), or a computer that is still to be enrolled</source>
        <translation>lập cơ quan cấp trên (có --units), hoặc lập máy còn phải ghép nối</translation>
    </message>
    <message>
        <source>from the safe</source>
        <translation>lấy từ két</translation>
    </message>
    <message>
        <source>how large everything is drawn: 0.5 to 4</source>
        <translation>vẽ to nhỏ thế nào: từ 0.5 đến 4</translation>
    </message>
    <message>
        <source>instead of the outbox</source>
        <translation>thay cho thư mục gói đi</translation>
    </message>
    <message>
        <source>its id, such as d-8ce15c3bb1f8cd35</source>
        <translation>mã máy, như d-8ce15c3bb1f8cd35</translation>
    </message>
    <message>
        <source>its units: code, name, first day, telephone; a line each</source>
        <translation>các đơn vị: mã, tên, từ ngày, điện thoại; mỗi đơn vị một dòng</translation>
    </message>
    <message>
        <source>let a backup take the place of the data</source>
        <translation>lấy một bản sao lưu thay cho dữ liệu</translation>
    </message>
    <message>
        <source>light or dark colours</source>
        <translation>màu sáng (light) hay tối (dark)</translation>
    </message>
    <message>
        <source>list the bundles kept aside; try them again, or give one up</source>
        <translation>liệt kê các gói đang chờ; thử lại, hoặc bỏ một gói</translation>
    </message>
    <message>
        <source>make the sample year: a folder for each of its offices</source>
        <translation>tạo năm mẫu: mỗi cơ quan một thư mục</translation>
    </message>
    <message>
        <source>mark the bundle as received that a receipt code names</source>
        <translation>ghi nhận gói đã tới nơi theo mã biên nhận</translation>
    </message>
    <message>
        <source>new keys for data whose keys are gone; it is to be enrolled again</source>
        <translation>làm khóa mới cho dữ liệu đã mất khóa; sau đó phải ghép nối lại</translation>
    </message>
    <message>
        <source>of the office&apos;s letter, all six groups</source>
        <translation>theo công văn của cấp trên, đủ sáu nhóm</translation>
    </message>
    <message>
        <source>of this sender only: its id or code</source>
        <translation>chỉ của nơi gửi này: mã định danh hoặc mã đơn vị</translation>
    </message>
    <message>
        <source>only say what taking them would do</source>
        <translation>chỉ cho biết nếu nhận thì có gì thay đổi</translation>
    </message>
    <message>
        <source>options</source>
        <translation>tùy chọn</translation>
    </message>
    <message>
        <source>part of the history cannot be read</source>
        <translation>không đọc được một phần lịch sử</translation>
    </message>
    <message>
        <source>positional arguments</source>
        <translation>tham số theo thứ tự</translation>
    </message>
    <message>
        <source>print one JSON document instead of words</source>
        <translation>in ra một văn bản JSON thay cho lời</translation>
    </message>
    <message>
        <source>requests, or where they lie</source>
        <translation>các phiếu đăng ký, hoặc nơi có phiếu</translation>
    </message>
    <message>
        <source>show program&apos;s version number and exit</source>
        <translation>xem số phiên bản của chương trình</translation>
    </message>
    <message>
        <source>show this help message and exit</source>
        <translation>xem phần trợ giúp này</translation>
    </message>
    <message>
        <source>take bundles: files, or all in a folder</source>
        <translation>nhận gói: từng tệp, hoặc mọi tệp trong thư mục</translation>
    </message>
    <message>
        <source>take nothing new from a computer from now on</source>
        <translation>từ nay không nhận gì mới của một máy</translation>
    </message>
    <message>
        <source>take the office&apos;s first bundle; without --digits only look at it</source>
        <translation>nhận gói đầu tiên của cấp trên; không có --digits thì chỉ xem</translation>
    </message>
    <message>
        <source>ten characters, in groups or not</source>
        <translation>mười ký tự, viết theo nhóm hay liền đều được</translation>
    </message>
    <message>
        <source>the backup; without it the newest that is whole</source>
        <translation>bản sao lưu; không ghi thì lấy bản nguyên vẹn mới nhất</translation>
    </message>
    <message>
        <source>the bundle</source>
        <translation>gói</translation>
    </message>
    <message>
        <source>the bundle&apos;s id, as import --json tells it</source>
        <translation>mã gói, như lệnh import --json cho biết</translation>
    </message>
    <message>
        <source>the database file itself is damaged</source>
        <translation>chính tệp dữ liệu bị hỏng</translation>
    </message>
    <message>
        <source>the enrolled computers, the lost ones last</source>
        <translation>các máy đã ghép nối, máy báo mất ở cuối</translation>
    </message>
    <message>
        <source>the first bundle, or where it lies</source>
        <translation>gói đầu tiên, hoặc nơi có gói đó</translation>
    </message>
    <message>
        <source>the first goes on as the second</source>
        <translation>đơn vị thứ nhất nhập vào đơn vị thứ hai</translation>
    </message>
    <message>
        <source>the folder is a stick: only the last three of ours stay there</source>
        <translation>thư mục là USB: chỉ giữ lại ba gói mới nhất của máy này</translation>
    </message>
    <message>
        <source>the folder with this computer&apos;s keys</source>
        <translation>thư mục khóa của máy này</translation>
    </message>
    <message>
        <source>the language of the pictures</source>
        <translation>ngôn ngữ của ảnh</translation>
    </message>
    <message>
        <source>the office&apos;s 24 digits, for its official letter</source>
        <translation>24 số của cơ quan, để ghi vào công văn</translation>
    </message>
    <message>
        <source>the office&apos;s data folder</source>
        <translation>thư mục dữ liệu của cơ quan</translation>
    </message>
    <message>
        <source>the office&apos;s units; with an option the list is changed first</source>
        <translation>các đơn vị của cơ quan; có tùy chọn thì sửa danh sách trước</translation>
    </message>
    <message>
        <source>the receipt codes of the bundles taken here</source>
        <translation>mã biên nhận của các gói đã nhận ở đây</translation>
    </message>
    <message>
        <source>the request</source>
        <translation>phiếu đăng ký</translation>
    </message>
    <message>
        <source>the requests in files and folders, and how they stand</source>
        <translation>các phiếu đăng ký trong tệp và thư mục, kèm tình trạng</translation>
    </message>
    <message>
        <source>the stick for the safe</source>
        <translation>USB để cất két</translation>
    </message>
    <message>
        <source>the upper office&apos;s name</source>
        <translation>tên cơ quan cấp trên</translation>
    </message>
    <message>
        <source>undo a whole import, while nothing has come after it</source>
        <translation>hoàn tác cả một lần nhận, khi sau đó chưa có gì thêm</translation>
    </message>
    <message>
        <source>unit id, such as 30067-19840306</source>
        <translation>mã định danh đơn vị, như 30067-19840306</translation>
    </message>
    <message>
        <source>verify a bundle and say what it holds, without taking it</source>
        <translation>kiểm tra một gói và cho biết trong đó có gì, không nhận</translation>
    </message>
    <message>
        <source>what the computer is called from now on</source>
        <translation>tên máy từ nay</translation>
    </message>
    <message>
        <source>what the computer is called: letters and digits</source>
        <translation>tên máy: chữ và số</translation>
    </message>
    <message>
        <source>where a record&apos;s values come from cannot be read</source>
        <translation>không đọc được nguồn gốc giá trị của một bản ghi</translation>
    </message>
    <message>
        <source>who is named in the history</source>
        <translation>họ tên ghi trong lịch sử</translation>
    </message>
    <message>
        <source>width and height of the display in pixels</source>
        <translation>chiều rộng và chiều cao màn hình, tính bằng điểm ảnh</translation>
    </message>
    <message>
        <source>with the spare root key: new root keys on this computer of the office</source>
        <translation>dùng khóa gốc dự phòng làm khóa gốc mới trên máy này của cơ quan</translation>
    </message>
    <message>
        <source>write a bundle of the log once more, from its copy</source>
        <translation>ghi lại một gói trong nhật ký, từ bản lưu</translation>
    </message>
    <message>
        <source>write the enrolled computers as a file for ssh-keygen -Y verify</source>
        <translation>ghi danh sách máy đã ghép nối thành tệp cho ssh-keygen -Y verify</translation>
    </message>
    <message>
        <source>write the file with which communes pick their unit on the first day</source>
        <translation>ghi tệp để xã chọn đơn vị của mình trong ngày đầu</translation>
    </message>
    <message>
        <source>write the spare root key to a stick for the safe, and remove it here</source>
        <translation>ghi khóa gốc dự phòng ra USB để cất két, rồi xóa ở máy này</translation>
    </message>
    <message>
        <source>write this computer&apos;s request to be enrolled, and its 24 digits</source>
        <translation>ghi phiếu đăng ký của máy này và 24 số của phiếu</translation>
    </message>
    <message>
        <source>write this office&apos;s bundles</source>
        <translation>ghi các gói của cơ quan này</translation>
    </message>
    <message>
        <source>{code} {name}: from {who}, kept aside as {id}. {why}</source>
        <translation>{code} {name}: của {who}, đang chờ với mã {id}. {why}</translation>
    </message>
    <message>
        <source>{code} {unit}, number {n}: had waited and was taken now.</source>
        <translation>{code} {unit}, số {n}: gói đang chờ, nay đã tự nhận.</translation>
    </message>
    <message>
        <source>{path} stands in the place of the data now. The earlier files lie in {folder}.</source>
        <translation>{path} đã thay cho dữ liệu. Các tệp trước đó nằm trong {folder}.</translation>
    </message>
    <message>
        <source>{taken} bundles taken, {refused} refused.</source>
        <translation>Đã nhận {taken} gói, từ chối {refused} gói.</translation>
    </message>
    <message>
        <source>{unit}: the {count} bundles belong together; take all of them along, each holds other files.</source>
        <translation>{unit}: {count} gói này đi cùng nhau; phải mang đi đủ, mỗi gói có tệp khác nhau.</translation>
    </message>
    <message>
        <source>→ Compare the record with its paper and its history, and enter what is right once more.</source>
        <translation>→ Đối chiếu bản ghi với hồ sơ giấy và lịch sử của nó, rồi nhập lại cho đúng.</translation>
    </message>
    <message>
        <source>→ Open the record, change it and change it back: then it is found and sent again.</source>
        <translation>→ Mở bản ghi, sửa rồi sửa lại như cũ: sau đó bản ghi lại tìm được và gửi được.</translation>
    </message>
    <message>
        <source>→ Restore the newest backup that is sound; what was exchanged since comes back with the next bundles. Ask for support if there is none.</source>
        <translation>→ Khôi phục bản sao lưu mới nhất còn tốt; những gì đã gửi nhận sau đó sẽ trở lại theo các gói sau. Nếu không có bản nào, hãy nhờ hỗ trợ.</translation>
    </message>
    <message>
        <source>→ Send and receive as usual: the file is asked for and comes with a next bundle.</source>
        <translation>→ Cứ gửi, nhận như thường lệ: tệp sẽ được yêu cầu và đến theo một gói sau.</translation>
    </message>
    <message>
        <source>→ The data is right; only who changed it when is not known. Nothing needs to be done.</source>
        <translation>→ Dữ liệu vẫn đúng, chỉ không biết ai sửa lúc nào. Không cần làm gì.</translation>
    </message>
    <message>
        <source>Only looked at: {taken} could be taken, {refused} refused.</source>
        <translation>Chỉ xem trước: nhận được {taken} gói, từ chối {refused} gói.</translation>
    </message>
    <message>
        <source>There is no bundle in {folder}.</source>
        <translation>Không có gói dữ liệu nào trong {folder}.</translation>
    </message>
    <message>
        <source>From {unit}, computer {device}, number {n}; for {to}.</source>
        <translation>Từ {unit}, máy {device}, số {n}; gửi {to}.</translation>
    </message>
    <message>
        <source>{scope}: {rows} rows</source>
        <translation>{scope}: {rows} dòng</translation>
    </message>
    <message>
        <source>Signature and content are whole: {commits} actions, {size} bytes.</source>
        <translation>Chữ ký và nội dung nguyên vẹn: {commits} thao tác, {size} byte.</translation>
    </message>
    <message>
        <source>The data is sound: {rows} records, SQLite {sqlite}.</source>
        <translation>Dữ liệu tốt: {rows} bản ghi, SQLite {sqlite}.</translation>
    </message>
    <message>
        <source>{damage}: {place} {detail}</source>
        <translation>{damage}: {place} {detail}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Hoàn thành</translation>
    </message>
    <message>
        <source>Enrolled: {device} of {unit} as {label}. Now write the unit&apos;s bundle.</source>
        <translation>Đã duyệt: {device} của {unit}, tên {label}. Bây giờ hãy ghi gói cho đơn vị.</translation>
    </message>
    <message>
        <source>Founded: {unit}, computer {device}.</source>
        <translation>Đã lập: {unit}, máy {device}.</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Đang thực hiện</translation>
    </message>
    <message>
        <source>Joined. {rows} rows came with the first bundle.</source>
        <translation>Đã ghép nối. Gói đầu tiên mang theo {rows} dòng.</translation>
    </message>
    <message>
        <source>New keys: computer {device}. Ask to be enrolled again with “request”.</source>
        <translation>Đã tạo khóa mới: máy {device}. Hãy ghép nối lại bằng lệnh “request”.</translation>
    </message>
    <message>
        <source>New root keys are in force, list number {epoch}. Send every unit its bundle.</source>
        <translation>Khóa gốc mới đã có hiệu lực, danh bạ máy bản số {epoch}. Hãy gửi gói cho mọi đơn vị.</translation>
    </message>
    <message>
        <source>No bundle has been taken here yet.</source>
        <translation>Chưa nhận gói nào.</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Chưa thực hiện</translation>
    </message>
    <message>
        <source>Pending confirmation</source>
        <translation>Chờ xác nhận</translation>
    </message>
    <message>
        <source>No bundle is kept aside.</source>
        <translation>Không có gói nào đang chờ.</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>Kế hoạch</translation>
    </message>
    <message>
        <source>Reported lost: {device}. Nothing new is taken from it.</source>
        <translation>Đã báo mất: {device}. Không nhận thêm gì từ máy này.</translation>
    </message>
    <message>
        <source>Sign of a virus on the stick ({sign}), not touched: {names}</source>
        <translation>Dấu hiệu vi-rút trên USB ({sign}), để nguyên không đụng đến: {names}</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Tạm dừng</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Việc</translation>
    </message>
    <message>
        <source>The command was not understood. “{program} --help” says what can be typed.</source>
        <translation>Không hiểu lệnh đã gõ. “{program} --help” cho biết có thể gõ gì.</translation>
    </message>
    <message>
        <source>usage:</source>
        <translation>cách dùng:</translation>
    </message>
    <message>
        <source>{receipt}  {unit}, number {n}, {moment}, {rows} rows</source>
        <translation>{receipt}  {unit}, gói số {n}, {moment}, {rows} dòng</translation>
    </message>
    <message>
        <source>{unit}  {name}</source>
        <translation>{unit}  {name}</translation>
    </message>
    <message>
        <source>{unit} has confirmed nothing for {days} days; call and ask for the code.</source>
        <translation>{unit} đã {days} ngày chưa gửi biên nhận; hãy gọi điện xin mã.</translation>
    </message>
    <message>
        <source>{unit} has received bundle number {n}.</source>
        <translation>{unit} đã nhận gói số {n}.</translation>
    </message>
    <message>
        <source>{unit}: the bundle has become large because nothing is confirmed; take a bundle of that unit first.</source>
        <translation>{unit}: gói đã lớn vì chưa có biên nhận; hãy nhận gói của đơn vị đó trước.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>Sắp đến hạn</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Solutions</source>
        <translation>Giải pháp</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Cộng</translation>
    </message>
    <message>
        <source>    It is a receipt: {count} bundles sent from here have arrived.</source>
        <translation>    Gói mang biên nhận: {count} gói gửi từ đây đã tới nơi.</translation>
    </message>
    <message>
        <source>{code} {unit}, number {n}: had waited; all that it holds is here by now, so it is closed.</source>
        <translation>{code} {unit}, số {n}: gói đang chờ, mọi nội dung đã về bằng gói khác nên được đóng lại.</translation>
    </message>
    <message>
        <source>{code} {unit}: no bundle was written, for none of its computers is enrolled and nobody could open it. Take its request first: the commands “requests” and “approve”, or the page Pairing.</source>
        <translation>{code} {unit}: không ghi gói, vì chưa máy nào của đơn vị được ghép nối, không ai mở được. Hãy nhận phiếu đăng ký trước: lệnh “requests” và “approve”, hoặc trang Ghép nối.</translation>
    </message>
</context>
<context>
    <name>Comments</name>
    <message>
        <source>Comments of the upper office</source>
        <translation>Ý kiến của cấp trên</translation>
    </message>
    <message>
        <source>It is settled</source>
        <translation>Ghi đã giải quyết</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Để nguyên</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Mở lại</translation>
    </message>
    <message>
        <source>Return with a comment</source>
        <translation>Trả lại kèm ý kiến</translation>
    </message>
    <message>
        <source>Return with a comment…</source>
        <translation>Trả lại kèm ý kiến…</translation>
    </message>
    <message>
        <source>Return with this comment</source>
        <translation>Trả lại kèm ý kiến này</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Đã giải quyết</translation>
    </message>
    <message>
        <source>The comment goes down with the next bundle.</source>
        <translation>Ý kiến sẽ đi theo gói kế tiếp.</translation>
    </message>
    <message>
        <source>The unit&apos;s own row stays as it is; the comment goes down with the next bundle.</source>
        <translation>Dòng của đơn vị giữ nguyên; ý kiến sẽ đi theo gói kế tiếp.</translation>
    </message>
    <message>
        <source>What should be changed in this line?</source>
        <translation>Dòng này cần sửa gì?</translation>
    </message>
</context>
<context>
    <name>Conflicts</name>
    <message>
        <source>(empty)</source>
        <translation>(trống)</translation>
    </message>
    <message>
        <source>All computers agree. Nothing was written twice with different values.</source>
        <translation>Các máy đều khớp. Không có ô nào được ghi hai giá trị khác nhau.</translation>
    </message>
    <message>
        <source>Changed and deleted</source>
        <translation>Vừa sửa vừa xóa</translation>
    </message>
    <message>
        <source>Choose this value</source>
        <translation>Chọn giá trị này</translation>
    </message>
    <message>
        <source>Chosen. The other computers learn it with the next bundle.</source>
        <translation>Đã chọn. Các máy khác sẽ biết khi nhận gói kế tiếp.</translation>
    </message>
    <message>
        <source>Delete the row</source>
        <translation>Xóa dòng</translation>
    </message>
    <message>
        <source>In dispute</source>
        <translation>Nội dung xung đột</translation>
    </message>
    <message>
        <source>Keep the row</source>
        <translation>Giữ dòng</translation>
    </message>
    <message>
        <source>Keep this text</source>
        <translation>Giữ nội dung này</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Name not known</source>
        <translation>Không rõ tên</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Không</translation>
    </message>
    <message>
        <source>One computer deleted this row while another changed it. Which is right?</source>
        <translation>Một máy đã xóa dòng này trong khi máy khác đang sửa. Bên nào đúng?</translation>
    </message>
    <message>
        <source>Open the row</source>
        <translation>Mở dòng</translation>
    </message>
    <message>
        <source>Or write it yourself</source>
        <translation>Hoặc tự ghi lại</translation>
    </message>
    <message>
        <source>Put both in</source>
        <translation>Lấy cả hai</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>Shown now</source>
        <translation>Đang hiện</translation>
    </message>
    <message>
        <source>The row was changed and stays.</source>
        <translation>Dòng đã được sửa và được giữ lại.</translation>
    </message>
    <message>
        <source>The row was deleted.</source>
        <translation>Dòng đã bị xóa.</translation>
    </message>
    <message>
        <source>The text to keep</source>
        <translation>Nội dung cần giữ</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Values in conflict</source>
        <translation>Giá trị khác nhau</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Các giá trị</translation>
    </message>
    <message>
        <source>Written on several computers that did not know of each other. Which is right?</source>
        <translation>Nhiều máy đã ghi mà chưa biết của nhau. Giá trị nào đúng?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Có</translation>
    </message>
    <message>
        <source>a computer not listed any more</source>
        <translation>một máy không còn trong danh bạ máy</translation>
    </message>
    <message>
        <source>computer {label} of {unit}</source>
        <translation>máy {label} của {unit}</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>máy này</translation>
    </message>
    <message>
        <source>{unit} owns this row and chooses. All values are kept until then; telephone if it is urgent.</source>
        <translation>Dòng này của {unit}, đơn vị đó sẽ chọn. Trong lúc chờ, mọi giá trị đều được giữ; nếu gấp thì gọi điện.</translation>
    </message>
    <message>
        <source>The row stays, with what was changed:</source>
        <translation>Dòng được giữ, cùng những gì đã sửa:</translation>
    </message>
</context>
<context>
    <name>Consolidation</name>
    <message numerus="yes">
        <source>%n bundle(s) received</source>
        <translation>
            <numerusform>Đã nhận %n gói</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n completed task(s)</source>
        <translation>
            <numerusform>%n việc hoàn thành</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>Quá hạn %n ngày</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue task(s)</source>
        <translation>
            <numerusform>%n việc quá hạn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n solution(s)</source>
        <translation>
            <numerusform>%n giải pháp</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) reached</source>
        <translation>
            <numerusform>%n chỉ tiêu đạt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n target(s)</source>
        <translation>
            <numerusform>%n chỉ tiêu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) due soon</source>
        <translation>
            <numerusform>%n việc sắp đến hạn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n việc</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) in conflict</source>
        <translation>
            <numerusform>%n giá trị xung đột</numerusform>
        </translation>
    </message>
    <message>
        <source>Adding up the units</source>
        <translation>Đang cộng các đơn vị</translation>
    </message>
    <message>
        <source>All units together</source>
        <translation>Toàn bộ các đơn vị</translation>
    </message>
    <message>
        <source>Back to the table</source>
        <translation>Về bảng</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Biểu đồ</translation>
    </message>
    <message>
        <source>Click a number, or press Enter on it, to see the rows behind it.</source>
        <translation>Bấm vào một số, hoặc chọn số rồi bấm Enter, để xem các dòng làm nên số đó.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Completed tasks by unit</source>
        <translation>Việc hoàn thành theo đơn vị</translation>
    </message>
    <message>
        <source>Completed tasks by unit, in percent</source>
        <translation>Việc hoàn thành theo đơn vị, phần trăm</translation>
    </message>
    <message>
        <source>Completed tasks in percent of all that were not cancelled</source>
        <translation>Phần trăm việc hoàn thành trên tổng số việc không hủy</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Hoàn thành</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Xung đột</translation>
    </message>
    <message>
        <source>Consolidation</source>
        <translation>Bảng tổng hợp</translation>
    </message>
    <message>
        <source>Ctrl+Enter or a double click opens the row</source>
        <translation>Ctrl+Enter hoặc nháy đúp để mở dòng</translation>
    </message>
    <message>
        <source>Done in time</source>
        <translation>Hoàn thành đúng hạn</translation>
    </message>
    <message>
        <source>Done late</source>
        <translation>Hoàn thành quá hạn</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>Sắp đến hạn</translation>
    </message>
    <message numerus="yes">
        <source>Due within %n day(s)</source>
        <translation>
            <numerusform>Đến hạn trong %n ngày tới</numerusform>
        </translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hạn</translation>
    </message>
    <message>
        <source>Field with two values</source>
        <translation>Ô có hai giá trị</translation>
    </message>
    <message>
        <source>Figures of the units</source>
        <translation>Số liệu các đơn vị</translation>
    </message>
    <message>
        <source>From {least} ({low}) to {best} ({high}).</source>
        <translation>Từ {least} ({low}) đến {best} ({high}).</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Đang thực hiện</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Chủ trì</translation>
    </message>
    <message>
        <source>Nearly reached</source>
        <translation>Gần đạt</translation>
    </message>
    <message>
        <source>Newest bundle</source>
        <translation>Gói gần nhất</translation>
    </message>
    <message>
        <source>Newest figure</source>
        <translation>Số liệu mới nhất</translation>
    </message>
    <message>
        <source>No bundle has come from here yet.</source>
        <translation>Chưa nhận gói nào từ đơn vị này.</translation>
    </message>
    <message>
        <source>No bundle of this period has been received yet.</source>
        <translation>Chưa nhận gói nào của kỳ này.</translation>
    </message>
    <message>
        <source>No figure yet</source>
        <translation>Chưa có số liệu</translation>
    </message>
    <message>
        <source>No task is due soon.</source>
        <translation>Không có việc sắp đến hạn.</translation>
    </message>
    <message>
        <source>No task is overdue.</source>
        <translation>Không có việc quá hạn.</translation>
    </message>
    <message>
        <source>No value is in conflict.</source>
        <translation>Không có giá trị xung đột.</translation>
    </message>
    <message>
        <source>Not assigned</source>
        <translation>Chưa giao</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Chưa đạt</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Chưa nộp</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Chưa thực hiện</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Gói số</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Kế hoạch năm</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Đạt</translation>
    </message>
    <message>
        <source>Reading the rows</source>
        <translation>Đang đọc các dòng</translation>
    </message>
    <message>
        <source>Receive bundles</source>
        <translation>Nhận gói dữ liệu</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Đã nhận</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Rows behind the number</source>
        <translation>Các dòng làm nên con số</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Số dòng</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Đã nộp</translation>
    </message>
    <message>
        <source>Solution</source>
        <translation>Giải pháp</translation>
    </message>
    <message>
        <source>Solutions</source>
        <translation>Giải pháp</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Tạm dừng</translation>
    </message>
    <message>
        <source>Table or chart</source>
        <translation>Bảng hoặc biểu đồ</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Bảng</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Targets reached</source>
        <translation>Chỉ tiêu đạt</translation>
    </message>
    <message>
        <source>Targets that their newest figure reaches, of all targets</source>
        <translation>Số chỉ tiêu đạt theo số liệu mới nhất, trên tổng số chỉ tiêu</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Nhiệm vụ</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Việc</translation>
    </message>
    <message>
        <source>There is nothing behind this number.</source>
        <translation>Không có dòng nào làm nên số này.</translation>
    </message>
    <message>
        <source>There is nothing to draw yet.</source>
        <translation>Chưa có gì để vẽ.</translation>
    </message>
    <message>
        <source>This period</source>
        <translation>Kỳ này</translation>
    </message>
    <message numerus="yes">
        <source>Total of %n unit(s)</source>
        <translation>
            <numerusform>Cộng %n đơn vị</numerusform>
        </translation>
    </message>
    <message>
        <source>Unit of measure</source>
        <translation>Đơn vị tính</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Ở đâu</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>chưa có</translation>
    </message>
    <message>
        <source>{n} · {day}</source>
        <translation>{n} · {day}</translation>
    </message>
    <message>
        <source>{sent} of {awaited} units have sent for month {month} ({first} – {last})</source>
        <translation>{sent}/{awaited} đơn vị đã nộp kỳ tháng {month} ({first} – {last})</translation>
    </message>
</context>
<context>
    <name>Entities</name>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Cơ quan, tổ chức</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Cán bộ</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>Field of work</source>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ báo cáo</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Văn bản cấp trên</translation>
    </message>
    <message>
        <source>Programme item</source>
        <translation>Mục của văn bản cấp trên</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Kế hoạch</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Nhiệm vụ</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Target value</source>
        <translation>Số liệu chỉ tiêu</translation>
    </message>
    <message>
        <source>Solution</source>
        <translation>Giải pháp</translation>
    </message>
    <message>
        <source>Assignment</source>
        <translation>Phân công</translation>
    </message>
    <message>
        <source>Progress update</source>
        <translation>Cập nhật tiến độ</translation>
    </message>
    <message>
        <source>Deadline extension</source>
        <translation>Gia hạn</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Minh chứng</translation>
    </message>
    <message>
        <source>Comment of the upper office</source>
        <translation>Ý kiến của cấp trên</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Nothing was changed; your data is as it was before.</source>
        <translation>Chưa có gì thay đổi; dữ liệu vẫn như trước.</translation>
    </message>
    <message>
        <source>Nothing of this bundle was taken; your data is as it was before.</source>
        <translation>Chưa nhận gì từ gói này; dữ liệu vẫn như trước.</translation>
    </message>
    <message>
        <source>What you saved before is safe.</source>
        <translation>Những gì đã lưu trước đó vẫn an toàn.</translation>
    </message>
    <message>
        <source>The bundle was taken.</source>
        <translation>Đã nhận gói dữ liệu.</translation>
    </message>
    <message>
        <source>Its changes are saved.</source>
        <translation>Các thay đổi trong gói đã được lưu.</translation>
    </message>
    <message>
        <source>Nothing more needs to be done.</source>
        <translation>Không cần làm gì thêm.</translation>
    </message>
    <message>
        <source>Take a newer bundle of the upper level with its list; if the computer is new, let it be enrolled.</source>
        <translation>Hãy nhận gói mới hơn của cấp trên có danh bạ máy; nếu là máy mới thì ghép nối máy đó.</translation>
    </message>
    <message>
        <source>Take the earlier bundle too, or send the sender a bundle: its next one will hold everything.</source>
        <translation>Nhận thêm gói trước đó, hoặc gửi lại cho họ một gói: gói kế tiếp của nơi gửi sẽ có đủ.</translation>
    </message>
    <message>
        <source>This bundle was taken before; it brings nothing new.</source>
        <translation>Gói này đã nhận rồi; không có gì mới.</translation>
    </message>
    <message>
        <source>Nothing was entered twice.</source>
        <translation>Không có gì bị nhập hai lần.</translation>
    </message>
    <message>
        <source>This bundle was written by this very computer.</source>
        <translation>Gói này do chính máy này ghi ra.</translation>
    </message>
    <message>
        <source>Hand it to the unit it is meant for.</source>
        <translation>Hãy chuyển gói cho đơn vị nhận.</translation>
    </message>
    <message>
        <source>The bundle is damaged: part of it is missing or was changed on the way.</source>
        <translation>Gói dữ liệu bị hỏng: thiếu một phần hoặc đã bị thay đổi trên đường đi.</translation>
    </message>
    <message>
        <source>This file is not a bundle of Sổ Sen.</source>
        <translation>Tệp này không phải gói dữ liệu của Sổ Sen.</translation>
    </message>
    <message>
        <source>Choose a file whose name ends in .goi. If it does, ask the sender to write the bundle again.</source>
        <translation>Hãy chọn tệp có đuôi .goi. Nếu đã đúng đuôi, đề nghị nơi gửi ghi lại gói.</translation>
    </message>
    <message>
        <source>The bundle is larger than a bundle may be.</source>
        <translation>Gói dữ liệu lớn quá mức cho phép.</translation>
    </message>
    <message>
        <source>Ask the sender to send fewer or smaller attachments, or ask for support.</source>
        <translation>Đề nghị nơi gửi bớt hoặc thu nhỏ tệp đính kèm, hoặc nhờ hỗ trợ.</translation>
    </message>
    <message>
        <source>This bundle is meant for another unit or another computer.</source>
        <translation>Gói này gửi cho đơn vị khác hoặc máy khác.</translation>
    </message>
    <message>
        <source>The signature of the bundle is wrong: it may not come from who it names.</source>
        <translation>Chữ ký của gói không đúng: gói có thể không phải của nơi gửi ghi trên gói.</translation>
    </message>
    <message>
        <source>Do not use this file. Call the sender on a number you know and ask for a new bundle.</source>
        <translation>Không dùng tệp này. Gọi nơi gửi theo số điện thoại đã biết và xin gói mới.</translation>
    </message>
    <message>
        <source>The bundle comes from a computer that the list of computers does not name.</source>
        <translation>Gói đến từ một máy chưa có trong danh bạ máy.</translation>
    </message>
    <message>
        <source>The bundle comes from a computer that was reported lost.</source>
        <translation>Gói đến từ một máy đã báo mất.</translation>
    </message>
    <message>
        <source>The bundle carries data that its sender has no right to change.</source>
        <translation>Gói chứa dữ liệu mà nơi gửi không có quyền sửa.</translation>
    </message>
    <message>
        <source>Call the sender; the unit that owns the data must send it itself.</source>
        <translation>Gọi nơi gửi; đơn vị có dữ liệu phải tự gửi.</translation>
    </message>
    <message>
        <source>The bundle was written by a newer version of Sổ Sen.</source>
        <translation>Gói được ghi bằng phiên bản Sổ Sen mới hơn.</translation>
    </message>
    <message>
        <source>A computer&apos;s name has 1 to 16 letters without accents and digits, such as may1.</source>
        <translation>Tên máy gồm 1 đến 16 chữ cái không dấu và chữ số, ví dụ may1.</translation>
    </message>
    <message>
        <source>A line of the list is no unit: it needs a code and a name.</source>
        <translation>Có dòng trong danh sách không phải là đơn vị: cần mã và tên.</translation>
    </message>
    <message>
        <source>A receipt code has only digits and the letters F H K M P R T V X.</source>
        <translation>Mã biên nhận chỉ gồm chữ số và các chữ F H K M P R T V X.</translation>
    </message>
    <message>
        <source>A receipt code has ten characters, in groups of three, three and four.</source>
        <translation>Mã biên nhận có mười ký tự, chia nhóm ba, ba và bốn.</translation>
    </message>
    <message>
        <source>A unit cannot go on as one that goes on as itself.</source>
        <translation>Các đơn vị không thể kế thừa lẫn nhau.</translation>
    </message>
    <message>
        <source>An earlier bundle of this sender has not arrived yet.</source>
        <translation>Còn thiếu một gói trước đó của nơi gửi này.</translation>
    </message>
    <message>
        <source>Another program holds the file, most often the virus scanner; three tries did not help.</source>
        <translation>Chương trình khác đang giữ tệp, thường là phần mềm diệt vi-rút; đã thử ba lần không được.</translation>
    </message>
    <message>
        <source>Approve it under another name, or report the old computer lost first.</source>
        <translation>Hãy duyệt với tên khác, hoặc báo mất máy cũ trước.</translation>
    </message>
    <message>
        <source>Ask for the right to write in this folder, or copy it where you may write.</source>
        <translation>Hãy xin quyền ghi vào thư mục này, hoặc chép nó sang nơi ghi được.</translation>
    </message>
    <message>
        <source>Ask for which unit and which bundle number it was given, and have it read out again.</source>
        <translation>Hỏi lại mã này cấp cho đơn vị nào, gói số mấy, và nhờ đọc lại.</translation>
    </message>
    <message>
        <source>Ask the receiver for the code of this very bundle.</source>
        <translation>Hỏi nơi nhận đúng mã của gói này.</translation>
    </message>
    <message>
        <source>Ask the upper level for the bundle that it wrote for your unit.</source>
        <translation>Xin cấp trên gói được ghi cho đơn vị mình.</translation>
    </message>
    <message>
        <source>Ask the upper level to approve this computer&apos;s request and to write a new bundle.</source>
        <translation>Đề nghị cấp trên duyệt phiếu đăng ký của máy này và ghi gói mới.</translation>
    </message>
    <message>
        <source>Ask which unit the computer is for; let its request be written anew for a unit of the list.</source>
        <translation>Hỏi lại máy thuộc đơn vị nào; đề nghị ghi lại phiếu theo đúng đơn vị trong danh sách.</translation>
    </message>
    <message>
        <source>Ask whoever looks after the virus scanner to allow files ending in .goi, or take another stick.</source>
        <translation>Nhờ người quản lý phần mềm diệt vi-rút cho phép tệp đuôi .goi, hoặc dùng USB khác.</translation>
    </message>
    <message>
        <source>Choose a computer of the list.</source>
        <translation>Hãy chọn một máy trong danh sách.</translation>
    </message>
    <message>
        <source>Choose a file whose name ends in .donvi, or type your unit.</source>
        <translation>Chọn tệp có tên kết thúc bằng .donvi, hoặc tự nhập đơn vị.</translation>
    </message>
    <message>
        <source>Choose a file whose name ends in .phieu. If it does, ask for a new one: it is damaged.</source>
        <translation>Chọn tệp có tên kết thúc bằng .phieu. Nếu đúng là tệp đó thì tệp đã hỏng, hãy xin phiếu mới.</translation>
    </message>
    <message>
        <source>Ask the sender to correct what is wrong and to send it again.</source>
        <translation>Đề nghị đơn vị gửi sửa chỗ sai rồi gửi lại.</translation>
    </message>
    <message>
        <source>Change what is wrong by hand; the history shows what it was.</source>
        <translation>Hãy sửa chỗ sai bằng tay; lịch sử còn ghi giá trị trước đó.</translation>
    </message>
    <message>
        <source>Choose a folder; each unit&apos;s bundle gets its own folder in it.</source>
        <translation>Hãy chọn một thư mục; gói của mỗi đơn vị nằm trong thư mục riêng ở đó.</translation>
    </message>
    <message>
        <source>Choose a unit of the list, or add it first.</source>
        <translation>Chọn một đơn vị trong danh sách, hoặc thêm đơn vị trước.</translation>
    </message>
    <message>
        <source>Choose another file whose name ends in .donvi, or type your unit.</source>
        <translation>Chọn tệp khác có tên kết thúc bằng .donvi, hoặc tự nhập đơn vị.</translation>
    </message>
    <message>
        <source>Choose another file whose name ends in .phieu.</source>
        <translation>Chọn tệp khác có tên kết thúc bằng .phieu.</translation>
    </message>
    <message>
        <source>Choose the folder or stick with the files whose names end in .goi.</source>
        <translation>Hãy chọn thư mục hoặc USB có tệp đuôi .goi.</translation>
    </message>
    <message>
        <source>Choose the folder with your own unit&apos;s code, or the whole stick.</source>
        <translation>Chọn thư mục mang mã đơn vị mình, hoặc chọn cả USB.</translation>
    </message>
    <message>
        <source>Choose the stick or folder with the files whose names end in .phieu.</source>
        <translation>Chọn USB hoặc thư mục có các tệp tên kết thúc bằng .phieu.</translation>
    </message>
    <message>
        <source>Choose the stick with the file whose name ends in .donvi, or type your unit.</source>
        <translation>Chọn USB có tệp tên kết thúc bằng .donvi, hoặc tự nhập đơn vị.</translation>
    </message>
    <message>
        <source>Choose the unit that exists today.</source>
        <translation>Chọn đơn vị đang tồn tại hiện nay.</translation>
    </message>
    <message>
        <source>Compare it with the sheet from the safe, letter by letter, or scan its QR code.</source>
        <translation>So từng ký tự với tờ giấy trong két, hoặc quét mã QR trên đó.</translation>
    </message>
    <message>
        <source>Compare with the official letter once more. If they differ, do not take the bundle; call the upper level on a number you know.</source>
        <translation>So lại với công văn. Nếu vẫn khác thì không nhận gói; hãy gọi cấp trên theo số điện thoại đã biết.</translation>
    </message>
    <message>
        <source>Copy the file once more, or ask the sender to write the bundle again. By mail, send it as an attached .zip file; a stick is safer.</source>
        <translation>Hãy chép lại tệp, hoặc đề nghị nơi gửi ghi lại gói. Nếu gửi qua thư điện tử thì nén thành tệp .zip rồi đính kèm; mang bằng USB chắc chắn hơn.</translation>
    </message>
    <message>
        <source>Correct the line: code, name, first day such as 06/03/1984, telephone.</source>
        <translation>Sửa lại dòng đó: mã, tên, ngày bắt đầu như 06/03/1984, điện thoại.</translation>
    </message>
    <message>
        <source>Do not use this file and tell the upper level at once, on a number you know.</source>
        <translation>Không dùng tệp này và báo ngay cho cấp trên theo số điện thoại đã biết.</translation>
    </message>
    <message>
        <source>Do not use this file. Let the commune write its request once more.</source>
        <translation>Không dùng tệp này. Đề nghị đơn vị ghi lại phiếu đăng ký.</translation>
    </message>
    <message>
        <source>Enrol computers and report them lost on the computer that holds the root key.</source>
        <translation>Hãy duyệt máy và báo mất trên máy giữ khóa gốc.</translation>
    </message>
    <message>
        <source>Everything you enter is kept and is sent once the computer is enrolled.</source>
        <translation>Mọi dữ liệu nhập vào vẫn được giữ và sẽ gửi đi sau khi máy được ghép nối.</translation>
    </message>
    <message>
        <source>For a later deadline use “Extend” with its reason; for more, ask for an adjustment.</source>
        <translation>Cần lùi hạn thì bấm “Gia hạn” và ghi lý do; cần sửa nội dung khác thì đề nghị điều chỉnh với cấp trên.</translation>
    </message>
    <message>
        <source>Have the code read out again, group by group, and compare each character.</source>
        <translation>Nhờ đọc lại mã theo từng nhóm và so từng ký tự.</translation>
    </message>
    <message>
        <source>Have them read out once more. If they differ again, do not approve: ask for a new request, the file may have been exchanged.</source>
        <translation>Nhờ đọc lại các chữ số. Nếu vẫn khác thì không duyệt: hãy yêu cầu gửi phiếu mới, tệp có thể đã bị tráo.</translation>
    </message>
    <message>
        <source>If it is to be given away, enrol another computer first and report this one lost there.</source>
        <translation>Nếu định bỏ máy này, hãy ghép nối máy khác trước rồi báo mất máy này từ máy đó.</translation>
    </message>
    <message>
        <source>Install the newer version of Sổ Sen, or type your unit.</source>
        <translation>Cài phiên bản Sổ Sen mới hơn, hoặc tự nhập đơn vị.</translation>
    </message>
    <message>
        <source>Install the newer version of Sổ Sen, then read the request again.</source>
        <translation>Cài phiên bản Sổ Sen mới hơn rồi đọc lại phiếu.</translation>
    </message>
    <message>
        <source>It was handed over before; the office works on as it did.</source>
        <translation>Khóa đã được bàn giao trước đây; công việc vẫn như cũ.</translation>
    </message>
    <message>
        <source>Install the newer version of Sổ Sen; the bundle is then taken by itself.</source>
        <translation>Cài phiên bản Sổ Sen mới hơn; gói sẽ được tự nhận sau đó.</translation>
    </message>
    <message>
        <source>It was left exactly as it was.</source>
        <translation>Năm mẫu ở đó được giữ nguyên.</translation>
    </message>
    <message>
        <source>Leave the line out, or rename the unit.</source>
        <translation>Bỏ dòng đó, hoặc đổi tên đơn vị.</translation>
    </message>
    <message>
        <source>Let the computer be set up anew; it then writes another request.</source>
        <translation>Đề nghị đơn vị mở trang Ghép nối trên máy đó, bấm “Ghép nối lại…” rồi ghi phiếu đăng ký mới.</translation>
    </message>
    <message>
        <source>Look at the list of computers and choose another one.</source>
        <translation>Xem danh sách máy và chọn máy khác.</translation>
    </message>
    <message>
        <source>Look at the values as they are now and choose again.</source>
        <translation>Xem lại các giá trị hiện tại rồi chọn lại.</translation>
    </message>
    <message>
        <source>Look for the envelope in the safe.</source>
        <translation>Tìm phong bì trong két.</translation>
    </message>
    <message>
        <source>No bundle was marked as received; your data is as it was.</source>
        <translation>Chưa gói nào được ghi là đã nhận; dữ liệu vẫn nguyên như cũ.</translation>
    </message>
    <message>
        <source>No code was typed.</source>
        <translation>Chưa gõ mã.</translation>
    </message>
    <message>
        <source>Nothing counts as sent, and your data is as it was: the next bundle will hold everything.</source>
        <translation>Gói này không tính là đã gửi, dữ liệu vẫn nguyên như cũ: gói sau sẽ có đủ mọi thay đổi.</translation>
    </message>
    <message>
        <source>Nothing is lost: a new bundle holds everything that is not confirmed.</source>
        <translation>Không mất gì: gói mới có đủ mọi thay đổi chưa có biên nhận.</translation>
    </message>
    <message>
        <source>Nothing more needs to be done here; send the units their next bundles.</source>
        <translation>Không cần làm gì thêm ở đây; gửi gói kế tiếp cho các đơn vị.</translation>
    </message>
    <message>
        <source>Nothing needs to be done: send the unit its next bundle.</source>
        <translation>Không cần làm gì thêm: gửi gói kế tiếp cho đơn vị.</translation>
    </message>
    <message>
        <source>Nothing needs to be renewed; go on working.</source>
        <translation>Không cần tạo khóa mới; cứ tiếp tục làm việc.</translation>
    </message>
    <message>
        <source>Let the sender correct what is wrong in the next bundle.</source>
        <translation>Đề nghị đơn vị gửi sửa chỗ sai trong gói sau.</translation>
    </message>
    <message>
        <source>Nothing was changed; progress and results can still be entered.</source>
        <translation>Chưa có gì thay đổi; tiến độ và kết quả vẫn cập nhật được.</translation>
    </message>
    <message>
        <source>Nothing was opened; the data is as it was.</source>
        <translation>Chưa mở gì; dữ liệu vẫn như trước.</translation>
    </message>
    <message>
        <source>One character of the code is wrong, or two are swapped.</source>
        <translation>Mã sai một ký tự, hoặc hai ký tự bị đảo chỗ.</translation>
    </message>
    <message>
        <source>Open it there, or name another folder.</source>
        <translation>Hãy mở năm mẫu ở đó, hoặc chọn thư mục khác.</translation>
    </message>
    <message>
        <source>Open it, or choose an empty folder.</source>
        <translation>Hãy mở dữ liệu đó, hoặc chọn một thư mục trống.</translation>
    </message>
    <message>
        <source>Paste the units, a line each: code, name, first day, telephone.</source>
        <translation>Dán danh sách đơn vị, mỗi dòng gồm: mã, tên, ngày bắt đầu, điện thoại.</translation>
    </message>
    <message>
        <source>Plug the stick in again and press “Write the bundle” once more.</source>
        <translation>Cắm lại USB rồi bấm “Ghi gói” lần nữa.</translation>
    </message>
    <message>
        <source>Push the switch at its side to the other end, or take another stick, and write again.</source>
        <translation>Gạt nút khóa bên hông USB sang phía kia, hoặc dùng USB khác, rồi ghi lại.</translation>
    </message>
    <message>
        <source>Restore that office&apos;s data from its newest backup, or work as another Windows user.</source>
        <translation>Khôi phục dữ liệu của cơ quan đó từ bản sao lưu mới nhất, hoặc dùng tài khoản Windows khác.</translation>
    </message>
    <message>
        <source>Set the computer up anew for its right unit and send a new request, or tell the upper level.</source>
        <translation>Thiết lập lại Sổ Sen trên máy này cho đúng đơn vị rồi gửi phiếu đăng ký mới, hoặc báo cấp trên.</translation>
    </message>
    <message>
        <source>Several bundles are to be written, but one file was named.</source>
        <translation>Cần ghi nhiều gói nhưng chỉ chọn một tệp.</translation>
    </message>
    <message>
        <source>Start Sổ Sen on a desktop, or type a command: “main.py --help” lists them.</source>
        <translation>Hãy mở Sổ Sen trên máy có màn hình, hoặc gõ lệnh: “main.py --help” liệt kê các lệnh đó.</translation>
    </message>
    <message>
        <source>Take a bundle of the receiver first: what it confirms need not go again. Or ask for support.</source>
        <translation>Hãy nhận một gói của nơi nhận trước: phần đã có biên nhận không phải gửi lại. Hoặc nhờ hỗ trợ.</translation>
    </message>
    <message>
        <source>Take another stick and write the bundle again; use this one no longer.</source>
        <translation>Dùng USB khác và ghi lại gói; đừng dùng USB này nữa.</translation>
    </message>
    <message>
        <source>Take the bundle as every other one, under “Receive”.</source>
        <translation>Hãy nhận gói này như mọi gói khác, ở trang Nhận.</translation>
    </message>
    <message>
        <source>Send each other one bundle more: the work of both is then kept. Set one of the computers up anew.</source>
        <translation>Hai nơi gửi cho nhau thêm một gói: phần việc của cả hai máy đều được giữ. Sau đó ghép nối lại một trong hai máy.</translation>
    </message>
    <message>
        <source>Take the bundle again if it is wanted after all.</source>
        <translation>Nếu vẫn cần thì nhận lại gói này.</translation>
    </message>
    <message>
        <source>That data was left exactly as it was.</source>
        <translation>Dữ liệu đó được giữ nguyên.</translation>
    </message>
    <message>
        <source>The bundle would be larger than one file may be (2 GB).</source>
        <translation>Gói sẽ lớn hơn mức cho phép của một tệp (2 GB).</translation>
    </message>
    <message>
        <source>The choice was not written: these values have changed meanwhile.</source>
        <translation>Chưa ghi lựa chọn: các giá trị này vừa thay đổi.</translation>
    </message>
    <message>
        <source>The code is well formed, but it is for no bundle that was sent from here.</source>
        <translation>Mã đúng quy cách, nhưng không phải của gói nào gửi từ đây.</translation>
    </message>
    <message>
        <source>The computer was not enrolled; nothing was changed.</source>
        <translation>Chưa ghép nối máy nào; không có gì thay đổi.</translation>
    </message>
    <message>
        <source>The data folder can be read but not written.</source>
        <translation>Thư mục dữ liệu chỉ đọc được, không ghi được.</translation>
    </message>
    <message>
        <source>The data folder lies on a network drive or in a cloud folder, where data may be lost.</source>
        <translation>Thư mục dữ liệu nằm trên ổ mạng hoặc trong thư mục đồng bộ đám mây, dễ mất dữ liệu.</translation>
    </message>
    <message>
        <source>The data on it is as it was.</source>
        <translation>Dữ liệu trên máy vẫn như cũ.</translation>
    </message>
    <message>
        <source>The digits that were typed are not those of the office that this bundle comes from.</source>
        <translation>Các chữ số vừa nhập không khớp với cơ quan gửi gói này.</translation>
    </message>
    <message>
        <source>The digits that were typed are not those of this request.</source>
        <translation>Các chữ số vừa nhập không khớp với phiếu đăng ký này.</translation>
    </message>
    <message>
        <source>The file was gone right after it was written: a virus scanner may have removed it.</source>
        <translation>Tệp biến mất ngay sau khi ghi: có thể phần mềm diệt vi-rút đã xóa.</translation>
    </message>
    <message>
        <source>The first day in a line of the list is no day.</source>
        <translation>Ngày bắt đầu trong một dòng của danh sách không đúng.</translation>
    </message>
    <message>
        <source>The key was left exactly as it was.</source>
        <translation>Khóa được giữ nguyên.</translation>
    </message>
    <message>
        <source>The keys of this computer are here and fit its data.</source>
        <translation>Khóa của máy này còn đủ và khớp với dữ liệu.</translation>
    </message>
    <message>
        <source>The keys of this computer were reported lost.</source>
        <translation>Khóa của máy này đã bị báo mất.</translation>
    </message>
    <message>
        <source>The list does not name this unit.</source>
        <translation>Danh sách không có đơn vị này.</translation>
    </message>
    <message>
        <source>The list holds no unit.</source>
        <translation>Danh sách chưa có đơn vị nào.</translation>
    </message>
    <message>
        <source>The list in this bundle does not name this computer.</source>
        <translation>Danh bạ máy trong gói không có máy này.</translation>
    </message>
    <message>
        <source>The list of computers does not name this one.</source>
        <translation>Danh bạ máy không có máy này.</translation>
    </message>
    <message>
        <source>The list of units does not name the unit of this request.</source>
        <translation>Danh sách đơn vị không có đơn vị của phiếu này.</translation>
    </message>
    <message>
        <source>The list of units was written by a newer version of Sổ Sen.</source>
        <translation>Danh sách đơn vị do phiên bản Sổ Sen mới hơn ghi ra.</translation>
    </message>
    <message>
        <source>The bundle was taken, and undone later.</source>
        <translation>Gói đã nhận, sau đó đã hoàn tác.</translation>
    </message>
    <message>
        <source>Choose a backup of this computer. What another office has comes in bundles; its data is opened from the welcome page.</source>
        <translation>Hãy chọn bản sao lưu của máy này. Dữ liệu của cơ quan khác đến bằng gói; dữ liệu riêng của họ thì mở từ trang chào.</translation>
    </message>
    <message>
        <source>Choose a backup that was copied to a stick or another computer. Without one, start with an empty data folder and enrol this computer anew: all that was ever sent comes back from the office above.</source>
        <translation>Hãy chọn bản sao lưu đã chép sang USB hoặc máy khác. Nếu không có, mở một thư mục dữ liệu trống và ghép nối lại máy này: mọi phần từng gửi sẽ trở lại từ cấp trên.</translation>
    </message>
    <message>
        <source>Choose a backup that was made at the office. A commune that lost its computer needs no spare key: begin on the new one and enrol it.</source>
        <translation>Hãy chọn bản sao lưu làm tại cơ quan cấp trên. Xã bị mất máy thì không cần khóa dự phòng: chỉ cần bắt đầu trên máy mới rồi ghép nối.</translation>
    </message>
    <message>
        <source>Choose another backup, and ask whoever gave you this one where it comes from.</source>
        <translation>Hãy chọn bản sao lưu khác, và hỏi người đưa bản này xem nó từ đâu ra.</translation>
    </message>
    <message>
        <source>Choose another backup.</source>
        <translation>Hãy chọn bản sao lưu khác.</translation>
    </message>
    <message>
        <source>Choose one of the backups in this computer&apos;s data folder. Whoever gave you this one may want false bundles to be believed: ask the office above.</source>
        <translation>Hãy chọn một bản trong thư mục dữ liệu của máy này. Người đưa bản này có thể muốn máy tin gói giả: hãy hỏi cơ quan cấp trên.</translation>
    </message>
    <message>
        <source>Choose the file whose name ends in khoa-du-phong.txt, or type the key from the paper in the safe.</source>
        <translation>Hãy chọn tệp có tên kết thúc bằng khoa-du-phong.txt, hoặc gõ khóa theo tờ giấy cất trong két.</translation>
    </message>
    <message>
        <source>Everything entered so far is saved and stays saved. When the disk is full, nothing more can be saved, received or backed up; what is being saved then is refused whole, never half.</source>
        <translation>Mọi thứ đã nhập đều đã lưu và vẫn còn nguyên. Khi ổ đĩa đầy, Sổ Sen không lưu, không nhận gói và không sao lưu thêm được; việc đang lưu lúc đó bị từ chối cả, không bao giờ lưu dở dang.</translation>
    </message>
    <message>
        <source>Free some room: empty the recycle bin, move photographs and films to another disk. Leave the files of Sổ Sen alone. The warning goes by itself.</source>
        <translation>Hãy dọn bớt ổ đĩa: dọn sạch Thùng rác, chuyển ảnh và phim sang ổ khác. Không động vào các tệp của Sổ Sen. Cảnh báo tự mất khi đủ chỗ.</translation>
    </message>
    <message>
        <source>In Excel choose “Save as” and the type “CSV UTF-8”.</source>
        <translation>Trong Excel chọn “Lưu thành” (Save As) rồi chọn kiểu “CSV UTF-8”.</translation>
    </message>
    <message>
        <source>Little room on the disk</source>
        <translation>Ổ đĩa sắp đầy</translation>
    </message>
    <message>
        <source>Look at the name on the paper. Choose a backup of that office, or look in the safe for the key that was put away last.</source>
        <translation>Hãy xem tên cơ quan ghi trên tờ giấy. Chọn bản sao lưu của đúng cơ quan đó, hoặc tìm trong két khóa được cất sau cùng.</translation>
    </message>
    <message>
        <source>Something was put into this backup, or taken out of it, that Sổ Sen never does.</source>
        <translation>Trong bản sao lưu này có chỗ bị thêm vào hoặc bớt đi mà Sổ Sen không bao giờ làm.</translation>
    </message>
    <message>
        <source>Take a backup back…</source>
        <translation>Khôi phục từ bản sao lưu…</translation>
    </message>
    <message>
        <source>Take the newest backup back: Sổ Sen offers it. What had been sent by then comes back with the next bundle of the office above.</source>
        <translation>Khôi phục từ bản sao lưu mới nhất mà Sổ Sen đưa ra. Phần đã gửi trước đó sẽ trở lại cùng gói kế tiếp của cấp trên.</translation>
    </message>
    <message>
        <source>The data is as it was before the bundle.</source>
        <translation>Dữ liệu đã trở về như trước khi nhận gói.</translation>
    </message>
    <message>
        <source>The disk of your data is nearly full: {free} left.</source>
        <translation>Ổ đĩa chứa dữ liệu sắp đầy: chỉ còn {free}.</translation>
    </message>
    <message>
        <source>The letters of this file cannot be read: it is no text in UTF-8.</source>
        <translation>Không đọc được chữ trong tệp này: tệp không phải văn bản UTF-8.</translation>
    </message>
    <message>
        <source>The plan is frozen, so this can no longer be changed.</source>
        <translation>Kế hoạch đã chốt nên nội dung này không sửa được nữa.</translation>
    </message>
    <message>
        <source>The request was damaged or changed after it was written.</source>
        <translation>Phiếu đăng ký đã hỏng hoặc bị sửa sau khi ghi.</translation>
    </message>
    <message>
        <source>The request was written by a newer version of Sổ Sen.</source>
        <translation>Phiếu đăng ký do phiên bản Sổ Sen mới hơn ghi ra.</translation>
    </message>
    <message>
        <source>The root key of an office that was founded before lies on this computer.</source>
        <translation>Trên máy này còn khóa gốc của một cơ quan đã lập trước đây.</translation>
    </message>
    <message>
        <source>The root key on this computer was replaced by a newer one.</source>
        <translation>Khóa gốc trên máy này đã được thay bằng khóa mới.</translation>
    </message>
    <message>
        <source>The sample year is in this folder already.</source>
        <translation>Thư mục này đã có năm mẫu.</translation>
    </message>
    <message>
        <source>The spare root key is no longer on this computer.</source>
        <translation>Khóa dự phòng không còn trên máy này.</translation>
    </message>
    <message>
        <source>The stick gives back something else than was written: it is worn out or false.</source>
        <translation>USB đọc lại khác với dữ liệu đã ghi: USB đã hỏng hoặc là hàng giả.</translation>
    </message>
    <message>
        <source>The stick is locked against writing.</source>
        <translation>USB đang khóa ghi.</translation>
    </message>
    <message>
        <source>The stick or folder is not there: it was pulled out.</source>
        <translation>Không còn thấy USB hoặc thư mục: USB đã bị rút ra.</translation>
    </message>
    <message>
        <source>The unit has a computer of this name already.</source>
        <translation>Đơn vị đã có một máy mang tên này.</translation>
    </message>
    <message>
        <source>There is no backup here that is whole.</source>
        <translation>Ở đây không có bản sao lưu nào còn nguyên vẹn.</translation>
    </message>
    <message>
        <source>There is no bundle for this unit here.</source>
        <translation>Ở đây không có gói nào cho đơn vị này.</translation>
    </message>
    <message>
        <source>There is no copy of this bundle here any more; only the newest three are kept.</source>
        <translation>Máy không còn bản lưu của gói này; chỉ giữ ba gói mới nhất.</translation>
    </message>
    <message>
        <source>There is no list of units here.</source>
        <translation>Ở đây không có danh sách đơn vị.</translation>
    </message>
    <message>
        <source>There is no request of a computer here.</source>
        <translation>Ở đây không có phiếu đăng ký máy nào.</translation>
    </message>
    <message>
        <source>There is no screen here on which a window could open.</source>
        <translation>Ở đây không có màn hình để mở cửa sổ.</translation>
    </message>
    <message>
        <source>There is no spare key in this file, or the file is damaged.</source>
        <translation>Tệp này không chứa khóa dự phòng, hoặc đã hỏng.</translation>
    </message>
    <message>
        <source>This backup is not whole, or is none of Sổ Sen&apos;s.</source>
        <translation>Bản sao lưu này không còn nguyên vẹn, hoặc không phải của Sổ Sen.</translation>
    </message>
    <message>
        <source>This bundle can no longer be undone: its sender&apos;s computer has a copy, and this office has decided that what this bundle brought stays.</source>
        <translation>Không hoàn tác được gói này nữa: máy gửi có một máy khác là bản sao của nó, và nơi này đã quyết định giữ phần dữ liệu do gói này mang đến.</translation>
    </message>
    <message>
        <source>This backup trusts other office keys than this computer does.</source>
        <translation>Bản sao lưu này dùng khóa cơ quan khác với khóa mà máy này công nhận.</translation>
    </message>
    <message>
        <source>This bundle cannot be undone: it is this computer&apos;s own work.</source>
        <translation>Không hoàn tác được gói này: đó là dữ liệu do chính máy này ghi.</translation>
    </message>
    <message>
        <source>This bundle does not say which computers belong to the office, so nobody can join with it.</source>
        <translation>Gói này không có danh bạ máy của cơ quan nên không dùng để ghép nối được.</translation>
    </message>
    <message>
        <source>This bundle lies in the folder of another unit and is not sealed to this computer.</source>
        <translation>Gói này nằm trong thư mục của đơn vị khác và không được niêm phong cho máy này.</translation>
    </message>
    <message>
        <source>This cannot be done with that computer.</source>
        <translation>Không thể làm việc này với máy đó.</translation>
    </message>
    <message>
        <source>This computer does not hold the root key of the office.</source>
        <translation>Máy này không giữ khóa gốc của cơ quan.</translation>
    </message>
    <message>
        <source>This computer has joined its office before.</source>
        <translation>Máy này đã ghép nối với cơ quan cấp trên.</translation>
    </message>
    <message>
        <source>This computer is enrolled already.</source>
        <translation>Máy này đã được ghép nối.</translation>
    </message>
    <message>
        <source>This computer is enrolled for another unit than the one it was set up for.</source>
        <translation>Máy này được ghép nối cho đơn vị khác với đơn vị đã chọn khi cài đặt.</translation>
    </message>
    <message>
        <source>This computer is not enrolled yet.</source>
        <translation>Máy này chưa được ghép nối với cấp trên.</translation>
    </message>
    <message>
        <source>This computer was reported lost before.</source>
        <translation>Máy này đã được báo mất từ trước.</translation>
    </message>
    <message>
        <source>This computer was reported lost, so nobody takes its bundles.</source>
        <translation>Máy này đã bị báo mất nên không ai nhận gói của máy.</translation>
    </message>
    <message>
        <source>This computer wrote the bundle before its data went back to an older copy; work of others is still missing.</source>
        <translation>Gói do chính máy này ghi, trước khi dữ liệu quay về bản cũ; còn thiếu phần việc của nơi khác.</translation>
    </message>
    <message>
        <source>This file is much larger than a list of units.</source>
        <translation>Tệp này lớn hơn nhiều so với một danh sách đơn vị.</translation>
    </message>
    <message>
        <source>This file is much larger than the request of a computer.</source>
        <translation>Tệp này lớn hơn nhiều so với một phiếu đăng ký máy.</translation>
    </message>
    <message>
        <source>This file is not a list of units.</source>
        <translation>Tệp này không phải danh sách đơn vị.</translation>
    </message>
    <message>
        <source>This file is not the request of a computer.</source>
        <translation>Tệp này không phải phiếu đăng ký máy.</translation>
    </message>
    <message>
        <source>This folder holds the data of an office already.</source>
        <translation>Thư mục này đã có dữ liệu của một cơ quan.</translation>
    </message>
    <message>
        <source>This is not a backup of an upper office: its computer did not enrol others.</source>
        <translation>Đây không phải bản sao lưu của cơ quan cấp trên: máy đó không duyệt ghép nối máy khác.</translation>
    </message>
    <message>
        <source>This is not the receipt code of a bundle that was sent from here.</source>
        <translation>Đây không phải mã biên nhận của gói nào gửi từ đây.</translation>
    </message>
    <message>
        <source>This is not the spare root key of this office, or a letter of it is wrong.</source>
        <translation>Đây không phải khóa dự phòng của cơ quan này, hoặc có ký tự gõ sai.</translation>
    </message>
    <message>
        <source>This is the backup of another office.</source>
        <translation>Đây là bản sao lưu của cơ quan khác.</translation>
    </message>
    <message>
        <source>This is the very computer you sit at.</source>
        <translation>Đây chính là máy đang dùng.</translation>
    </message>
    <message>
        <source>This spare key is not that of the office in the backup, or a newer one took its place.</source>
        <translation>Khóa dự phòng này không phải của cơ quan trong bản sao lưu, hoặc đã được thay bằng khóa mới hơn.</translation>
    </message>
    <message>
        <source>This unit is in the list already.</source>
        <translation>Đơn vị này đã có trong danh sách.</translation>
    </message>
    <message>
        <source>This bundle can no longer be undone: a bundle sent since tells that it was taken.</source>
        <translation>Không hoàn tác được gói này nữa: sau khi nhận, nơi này đã gửi đi một gói báo là đã nhận.</translation>
    </message>
    <message>
        <source>This bundle can no longer be undone: a later one was taken for the same data.</source>
        <translation>Không hoàn tác được gói này nữa: sau đó đã nhận gói khác cho cùng phần dữ liệu.</translation>
    </message>
    <message>
        <source>This bundle can no longer be undone: somebody has gone on writing in the same data.</source>
        <translation>Không hoàn tác được gói này nữa: sau đó đã có người ghi tiếp vào cùng phần dữ liệu.</translation>
    </message>
    <message>
        <source>This bundle cannot be undone: it brought nothing new, was undone already, or was taken before the program was updated.</source>
        <translation>Không hoàn tác được gói này: gói không mang gì mới, đã hoàn tác rồi, hoặc được nhận trước khi cập nhật Sổ Sen.</translation>
    </message>
    <message>
        <source>Two computers of the sender work under one name: one is a copy.</source>
        <translation>Nơi gửi có hai máy dùng chung một tên: một máy là bản sao.</translation>
    </message>
    <message>
        <source>There is nothing to send.</source>
        <translation>Không có gì để gửi.</translation>
    </message>
    <message>
        <source>Everything saved here has been confirmed already.</source>
        <translation>Mọi dữ liệu ở đây đã được nơi nhận xác nhận.</translation>
    </message>
    <message>
        <source>Go on working; new changes can be sent at any time.</source>
        <translation>Cứ tiếp tục làm việc; có thay đổi mới thì gửi lúc nào cũng được.</translation>
    </message>
    <message>
        <source>Reading or writing failed: the stick was pulled out, or the file is in use.</source>
        <translation>Không đọc hoặc ghi được: USB đã bị rút, hoặc tệp đang được mở.</translation>
    </message>
    <message>
        <source>Check that the stick or folder is there and may be written, then try again.</source>
        <translation>Kiểm tra USB hoặc thư mục còn đó và ghi được, rồi thử lại.</translation>
    </message>
    <message>
        <source>There is no room left on the disk or the stick.</source>
        <translation>Ổ đĩa hoặc USB đã hết chỗ.</translation>
    </message>
    <message>
        <source>Free some room or choose another place, then try again.</source>
        <translation>Hãy xóa bớt tệp không cần hoặc chọn nơi khác, rồi thử lại.</translation>
    </message>
    <message>
        <source>Another window of Sổ Sen is writing to this data.</source>
        <translation>Một cửa sổ Sổ Sen khác đang ghi vào dữ liệu này.</translation>
    </message>
    <message>
        <source>Wait a moment and try again, or close the other window.</source>
        <translation>Chờ một lát rồi thử lại, hoặc đóng cửa sổ kia.</translation>
    </message>
    <message>
        <source>The work was stopped.</source>
        <translation>Đã dừng công việc.</translation>
    </message>
    <message>
        <source>You can start it again at any time.</source>
        <translation>Có thể làm lại lúc nào cũng được.</translation>
    </message>
    <message>
        <source>This folder holds no data of Sổ Sen.</source>
        <translation>Thư mục này không có dữ liệu Sổ Sen.</translation>
    </message>
    <message>
        <source>Choose the folder that holds the file sosen.db.</source>
        <translation>Hãy chọn thư mục có tệp sosen.db.</translation>
    </message>
    <message>
        <source>This data was written by a newer version of Sổ Sen.</source>
        <translation>Dữ liệu này được ghi bằng phiên bản Sổ Sen mới hơn.</translation>
    </message>
    <message>
        <source>The data was left exactly as it was.</source>
        <translation>Dữ liệu được giữ nguyên như cũ.</translation>
    </message>
    <message>
        <source>Install the newer version of Sổ Sen on this computer, then open it again.</source>
        <translation>Hãy cài phiên bản Sổ Sen mới hơn trên máy này rồi mở lại.</translation>
    </message>
    <message>
        <source>The data file is damaged.</source>
        <translation>Tệp dữ liệu bị hỏng.</translation>
    </message>
    <message>
        <source>The file was left as it was; your backups are in the folder “backups”.</source>
        <translation>Tệp được giữ nguyên; các bản sao lưu nằm trong thư mục “backups”.</translation>
    </message>
    <message>
        <source>Move the folder to a disk of this computer and open it there.</source>
        <translation>Hãy chuyển thư mục về ổ đĩa của máy này rồi mở lại.</translation>
    </message>
    <message>
        <source>The database engine on this computer is too old or set up wrongly.</source>
        <translation>Thành phần cơ sở dữ liệu của Sổ Sen trên máy này quá cũ hoặc cài sai.</translation>
    </message>
    <message>
        <source>The data was not opened and is as it was.</source>
        <translation>Dữ liệu chưa được mở và vẫn như cũ.</translation>
    </message>
    <message>
        <source>Install Sổ Sen again from its own installer.</source>
        <translation>Hãy cài lại Sổ Sen từ bộ cài của Sổ Sen.</translation>
    </message>
    <message>
        <source>The keys of this computer are missing or cannot be read.</source>
        <translation>Khóa của máy này bị thiếu hoặc không đọc được.</translation>
    </message>
    <message>
        <source>The data itself is safe; only sending and receiving need the keys.</source>
        <translation>Dữ liệu vẫn an toàn; chỉ việc gửi và nhận gói mới cần khóa.</translation>
    </message>
    <message>
        <source>Open Sổ Sen as the user who set it up, or ask for this computer&apos;s new keys.</source>
        <translation>Hãy mở Sổ Sen bằng tài khoản đã cài đặt, hoặc xin cấp khóa mới cho máy này.</translation>
    </message>
    <message>
        <source>The backup could not be made, or did not stand its check.</source>
        <translation>Không sao lưu được, hoặc bản sao lưu không qua được kiểm tra.</translation>
    </message>
    <message>
        <source>Type another name, without spaces.</source>
        <translation>Nhập tên khác, không có dấu cách.</translation>
    </message>
    <message>
        <source>Type it as 06/03/1984, or leave it out.</source>
        <translation>Nhập theo dạng 06/03/1984, hoặc để trống.</translation>
    </message>
    <message>
        <source>Type the ten characters that the receiver reads out.</source>
        <translation>Gõ mười ký tự mà nơi nhận đọc.</translation>
    </message>
    <message>
        <source>Use the computer that holds the new root key.</source>
        <translation>Hãy dùng máy giữ khóa gốc mới.</translation>
    </message>
    <message>
        <source>Wait until the virus scanner is done with the stick, or choose another folder.</source>
        <translation>Đợi phần mềm diệt vi-rút quét xong USB, hoặc chọn thư mục khác.</translation>
    </message>
    <message>
        <source>Warning: the list of computers in this bundle is forged; your office did not sign it.</source>
        <translation>Cảnh báo: danh bạ máy trong gói này là giả, không do cơ quan của bạn ký.</translation>
    </message>
    <message>
        <source>Write a new bundle instead.</source>
        <translation>Hãy ghi gói mới.</translation>
    </message>
    <message>
        <source>Write this computer&apos;s request under “Pairing” and hand it to the upper level.</source>
        <translation>Ghi phiếu đăng ký của máy ở trang Ghép nối rồi gửi cấp trên.</translation>
    </message>
    <message>
        <source>Undo the later bundle first.</source>
        <translation>Trước hết hãy hoàn tác gói nhận sau gói này.</translation>
    </message>
    <message>
        <source>Your data and the earlier backups are as they were.</source>
        <translation>Dữ liệu và các bản sao lưu trước vẫn như cũ.</translation>
    </message>
    <message>
        <source>Check the disk and its free room, then make the backup again.</source>
        <translation>Kiểm tra ổ đĩa và chỗ trống, rồi sao lưu lại.</translation>
    </message>
    <message>
        <source>Sổ Sen met a fault of its own.</source>
        <translation>Sổ Sen gặp lỗi của chính chương trình.</translation>
    </message>
    <message>
        <source>Try again. If it comes back, copy the details below and send them to support.</source>
        <translation>Hãy thử lại. Nếu vẫn lỗi, sao chép phần chi tiết bên dưới gửi cho người hỗ trợ.</translation>
    </message>
    <message>
        <source>Write your bundles, then take those that come back: they bring what is missing, and this one is then taken by itself.</source>
        <translation>Hãy ghi gói gửi đi, rồi nhận các gói gửi về: phần còn thiếu sẽ về theo, và gói này sẽ tự được nhận.</translation>
    </message>
    <message>
        <source>Your data is as it was before. A copy of the bundle is kept here and tried again by itself.</source>
        <translation>Dữ liệu vẫn như trước. Bản sao của gói được giữ lại ở đây và sẽ tự nhận lại khi có thể.</translation>
    </message>
    <message numerus="yes">
        <source>Your data is as it was. %n bundle(s) written before are whole and count as sent; all else goes with the next writing.</source>
        <translation>
            <numerusform>Dữ liệu vẫn nguyên như cũ. %n gói đã ghi trước đó còn nguyên vẹn và được tính là đã gửi; phần còn lại đi trong lần ghi sau.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{field}” was not saved: {reason}</source>
        <translation>Chưa lưu “{field}”: {reason}</translation>
    </message>
    <message>
        <source>The value from before is kept.</source>
        <translation>Giá trị cũ vẫn được giữ.</translation>
    </message>
    <message>
        <source>Correct it, or press Esc to leave it as it was.</source>
        <translation>Hãy sửa lại, hoặc bấm Esc để giữ như cũ.</translation>
    </message>
    <message>
        <source>This row is no longer here: it was deleted or has not arrived yet.</source>
        <translation>Dòng này không còn ở đây: đã bị xóa hoặc chưa nhận được.</translation>
    </message>
    <message>
        <source>Everything else is as it was; a deleted row stays in the history.</source>
        <translation>Mọi thứ khác vẫn như cũ; dòng đã xóa còn trong lịch sử.</translation>
    </message>
    <message>
        <source>Press F5 to show the list anew.</source>
        <translation>Bấm F5 để tải lại danh sách.</translation>
    </message>
    <message>
        <source>This row belongs to another unit; here it can only be read.</source>
        <translation>Dòng này thuộc đơn vị khác; ở đây chỉ được xem.</translation>
    </message>
    <message>
        <source>Ask the unit it belongs to for the change.</source>
        <translation>Hãy đề nghị đơn vị đó sửa.</translation>
    </message>
    <message>
        <source>This can no longer be undone: something newer was written over it.</source>
        <translation>Không hoàn tác được nữa: đã có thay đổi mới hơn ghi lên.</translation>
    </message>
    <message>
        <source>Change the value by hand; the history shows what it was.</source>
        <translation>Hãy sửa lại bằng tay; lịch sử còn ghi giá trị cũ.</translation>
    </message>
    <message>
        <source>Sổ Sen could not do this</source>
        <translation>Sổ Sen chưa làm được việc này</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Đã hiểu</translation>
    </message>
    <message>
        <source>Ask whoever attached it what it is. It can be saved to a folder and checked there.</source>
        <translation>Hỏi người đã đính kèm tệp xem đó là gì. Có thể lưu ra thư mục rồi kiểm tra ở đó.</translation>
    </message>
    <message>
        <source>Attach it again, or ask the other office, which may have it, to send it once more.</source>
        <translation>Đính kèm lại tệp, hoặc nhờ đơn vị kia gửi lại nếu họ còn giữ.</translation>
    </message>
    <message>
        <source>Attach the pages or photographs that matter; keep the whole on a disk of your own.</source>
        <translation>Chỉ đính kèm những trang hoặc ảnh cần thiết; bản đầy đủ giữ ở ổ đĩa riêng.</translation>
    </message>
    <message>
        <source>It was not opened. The task and its other files are as they were.</source>
        <translation>Tệp không được mở. Nhiệm vụ và các tệp khác vẫn như cũ.</translation>
    </message>
    <message>
        <source>Nothing was started; the file is kept as it came.</source>
        <translation>Không có gì được chạy; tệp được giữ nguyên như lúc nhận.</translation>
    </message>
    <message>
        <source>Open it on the telephone or camera and copy it once more, or take it again.</source>
        <translation>Mở ảnh trên điện thoại hoặc máy ảnh rồi chép lại, hoặc chụp lại.</translation>
    </message>
    <message>
        <source>The attached file was changed or damaged on this computer&apos;s disk.</source>
        <translation>Tệp đính kèm đã bị sửa hoặc hỏng trên ổ đĩa máy này.</translation>
    </message>
    <message>
        <source>The file is larger than 64 MB and cannot be attached.</source>
        <translation>Tệp lớn hơn 64 MB nên không đính kèm được.</translation>
    </message>
    <message>
        <source>The next bundle asks for it; it comes with the bundle after that from whoever has it.</source>
        <translation>Gói gửi kế tiếp sẽ xin tệp này; đơn vị có tệp sẽ kèm vào gói sau đó.</translation>
    </message>
    <message>
        <source>This file has not arrived yet; only its name is here.</source>
        <translation>Tệp này chưa đến; ở đây mới có tên tệp.</translation>
    </message>
    <message>
        <source>This file is not opened from here: it is no photograph, PDF, Word or Excel file without macros.</source>
        <translation>Không mở tệp này từ đây được: ở đây chỉ mở ảnh, PDF, Word và Excel không có macro.</translation>
    </message>
    <message>
        <source>This photograph cannot be read.</source>
        <translation>Không đọc được ảnh này.</translation>
    </message>
    <message>
        <source>Call the upper level. If the computer is found, enrol it again on its page Pairing.</source>
        <translation>Gọi cấp trên. Nếu đã tìm thấy máy thì ghép nối lại ở trang Ghép nối của máy đó.</translation>
    </message>
    <message>
        <source>Give it to the unit it is meant for, or ask the sender for your own bundle. If it is your own, this computer may have been reported lost: call the upper level, and see the page Pairing.</source>
        <translation>Hãy chuyển cho đúng đơn vị nhận, hoặc xin nơi gửi gói của đơn vị mình. Nếu đúng là gói của đơn vị mình thì máy này có thể đã bị báo mất: gọi cấp trên và xem trang Ghép nối.</translation>
    </message>
    <message>
        <source>Enrol a computer of the unit first, on the page Pairing; then write the bundle.</source>
        <translation>Ghép nối một máy của đơn vị trước, ở trang Ghép nối; sau đó ghi gói.</translation>
    </message>
    <message>
        <source>No bundle was written: no computer of the receivers is enrolled, so nobody could open it.</source>
        <translation>Không ghi gói nào: chưa máy nào của nơi nhận được ghép nối nên không ai mở được.</translation>
    </message>
    <message>
        <source>Telephone the unit on a number you know. If it has found the computer, somebody there presses Enrol again on its page Pairing and the upper level approves it; its next bundle then brings this work too. If nobody there wrote the bundle, give it up.</source>
        <translation>Gọi cho đơn vị theo số điện thoại đã biết. Nếu đơn vị đã tìm lại được máy: người ở đó mở trang Ghép nối trên máy ấy, bấm “Ghép nối lại…”, rồi cấp trên duyệt; gói kế tiếp của máy sẽ mang theo cả phần việc này. Nếu không ai ở đơn vị ghi gói này thì bỏ gói.</translation>
    </message>
    <message>
        <source>Your data is as it was before. A copy of the bundle is kept here; it is closed by itself once all that it holds has come another way.</source>
        <translation>Dữ liệu vẫn như trước. Bản sao của gói được giữ ở đây và tự đóng lại khi mọi nội dung của gói đã về bằng gói khác.</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message numerus="yes">
        <source>%n file(s) of evidence</source>
        <translation>
            <numerusform>%n tệp minh chứng</numerusform>
        </translation>
    </message>
    <message>
        <source>Attach files to the task</source>
        <translation>Đính kèm tệp vào nhiệm vụ</translation>
    </message>
    <message>
        <source>Attaching {name}</source>
        <translation>Đang đính kèm {name}</translation>
    </message>
    <message>
        <source>Attach…</source>
        <translation>Đính kèm…</translation>
    </message>
    <message>
        <source>Copying the file</source>
        <translation>Đang chép tệp</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Minh chứng</translation>
    </message>
    <message>
        <source>No evidence yet</source>
        <translation>Chưa có minh chứng</translation>
    </message>
    <message>
        <source>Not arrived yet</source>
        <translation>Tệp chưa đến</translation>
    </message>
    <message>
        <source>Save a copy of {name}</source>
        <translation>Lưu một bản {name}</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Đã lưu thành {name}.</translation>
    </message>
    <message>
        <source>Take {name} off</source>
        <translation>Gỡ {name}</translation>
    </message>
    <message>
        <source>Where to save the copy</source>
        <translation>Lưu bản sao vào đâu</translation>
    </message>
    <message>
        <source>{name} is attached.</source>
        <translation>Đã đính kèm {name}.</translation>
    </message>
    <message>
        <source>{name} was taken off.</source>
        <translation>Đã gỡ {name}.</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Lưu bản sao…</translation>
    </message>
    <message>
        <source>Save only</source>
        <translation>Chỉ lưu được</translation>
    </message>
    <message>
        <source>{name} is attached, but who receives it can only save a copy. Photographs, PDF, Word and Excel without macros can be opened: attach one of these if you can.</source>
        <translation>Đã đính kèm {name}, nhưng nơi nhận chỉ lưu tệp ra được, không mở thẳng trong Sổ Sen được. Ảnh, PDF, Word và Excel không có macro thì mở được: nếu có thể, hãy đính kèm loại đó.</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Saved as {file}</source>
        <translation>Đã lưu thành {file}</translation>
    </message>
    <message>
        <source>Writing the Excel file</source>
        <translation>Đang ghi tệp Excel</translation>
    </message>
    <message>
        <source>Export to Excel</source>
        <translation>Xuất Excel</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Sổ tính Excel (*.xlsx)</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Unit code</source>
        <translation>Mã đơn vị</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>Hiệu lực từ</translation>
    </message>
    <message>
        <source>In force until</source>
        <translation>Hiệu lực đến</translation>
    </message>
    <message>
        <source>Upper unit</source>
        <translation>Đơn vị cấp trên</translation>
    </message>
    <message>
        <source>Successor units</source>
        <translation>Đơn vị kế thừa</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Thứ tự</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Đang dùng</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Cơ quan, tổ chức</translation>
    </message>
    <message>
        <source>Working here</source>
        <translation>Đang công tác</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Dữ liệu mẫu</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Cán bộ</translation>
    </message>
    <message>
        <source>Post held</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Đến ngày</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>Là lãnh đạo</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Upper field</source>
        <translation>Thuộc lĩnh vực</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Năm</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số thứ tự</translation>
    </message>
    <message>
        <source>Regime</source>
        <translation>Chế độ báo cáo</translation>
    </message>
    <message>
        <source>Data cut-off</source>
        <translation>Chốt số liệu</translation>
    </message>
    <message>
        <source>Submit by</source>
        <translation>Thời hạn gửi</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tên văn bản</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Cơ quan ban hành</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>Số, ký hiệu</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>Ngày ban hành</translation>
    </message>
    <message>
        <source>Motto</source>
        <translation>Phương châm</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Văn bản cấp trên</translation>
    </message>
    <message>
        <source>Upper item</source>
        <translation>Thuộc mục</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Field of work</source>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Indicator value</source>
        <translation>Giá trị chỉ tiêu</translation>
    </message>
    <message>
        <source>Unit of measure</source>
        <translation>Đơn vị tính</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>Hạn</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Bản thứ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Action programme</source>
        <translation>Chương trình hành động</translation>
    </message>
    <message>
        <source>Socio-economic plan</source>
        <translation>Kế hoạch KT-XH</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>Căn cứ</translation>
    </message>
    <message>
        <source>Key tasks declared</source>
        <translation>Số nhiệm vụ trọng tâm đã nêu</translation>
    </message>
    <message>
        <source>Breakthroughs declared</source>
        <translation>Số đột phá đã nêu</translation>
    </message>
    <message>
        <source>Targets declared</source>
        <translation>Số chỉ tiêu đã nêu</translation>
    </message>
    <message>
        <source>Solutions declared</source>
        <translation>Số giải pháp đã nêu</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Kế hoạch</translation>
    </message>
    <message>
        <source>Key task above</source>
        <translation>Thuộc nhiệm vụ trọng tâm</translation>
    </message>
    <message>
        <source>Key task</source>
        <translation>Nhiệm vụ trọng tâm</translation>
    </message>
    <message>
        <source>Breakthrough</source>
        <translation>Đột phá</translation>
    </message>
    <message>
        <source>Upper-level item</source>
        <translation>Gốc (mục cấp trên)</translation>
    </message>
    <message>
        <source>Lead unit</source>
        <translation>Đơn vị chủ trì</translation>
    </message>
    <message>
        <source>Person in charge</source>
        <translation>Người phụ trách</translation>
    </message>
    <message>
        <source>Coordinating units</source>
        <translation>Phối hợp</translation>
    </message>
    <message>
        <source>Leader in charge</source>
        <translation>Lãnh đạo phụ trách</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>Expected product</source>
        <translation>Sản phẩm</translation>
    </message>
    <message>
        <source>Measured by</source>
        <translation>Đo bằng</translation>
    </message>
    <message>
        <source>Budget (đồng)</source>
        <translation>Kinh phí (đồng)</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Progress (%)</source>
        <translation>Tiến độ (%)</translation>
    </message>
    <message>
        <source>Completed on</source>
        <translation>Ngày hoàn thành</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Vướng mắc</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Wording in the document</source>
        <translation>Nguyên văn trong văn bản</translation>
    </message>
    <message>
        <source>Judged as</source>
        <translation>Chiều đánh giá</translation>
    </message>
    <message>
        <source>Planned value</source>
        <translation>Kế hoạch năm</translation>
    </message>
    <message>
        <source>Value a year before</source>
        <translation>Thực hiện năm trước</translation>
    </message>
    <message>
        <source>Cumulative over the year</source>
        <translation>Lũy kế trong năm</translation>
    </message>
    <message>
        <source>Source of the figure</source>
        <translation>Nguồn số liệu</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ báo cáo</translation>
    </message>
    <message>
        <source>Value reached</source>
        <translation>Thực hiện</translation>
    </message>
    <message>
        <source>For task</source>
        <translation>Cho nhiệm vụ</translation>
    </message>
    <message>
        <source>For target</source>
        <translation>Cho chỉ tiêu</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Nhiệm vụ</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Vai trò</translation>
    </message>
    <message>
        <source>Assigned on</source>
        <translation>Ngày giao</translation>
    </message>
    <message>
        <source>Assigned by</source>
        <translation>Người giao</translation>
    </message>
    <message>
        <source>Slip number</source>
        <translation>Số phiếu giao việc</translation>
    </message>
    <message>
        <source>Reported on</source>
        <translation>Ngày báo cáo</translation>
    </message>
    <message>
        <source>Result this period</source>
        <translation>Kết quả kỳ này</translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation>Khó khăn, vướng mắc</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Đề xuất</translation>
    </message>
    <message>
        <source>Old due date</source>
        <translation>Hạn cũ</translation>
    </message>
    <message>
        <source>New due date</source>
        <translation>Hạn mới</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Người duyệt</translation>
    </message>
    <message>
        <source>Approved on</source>
        <translation>Ngày duyệt</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Tên tệp</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256)</source>
        <translation>Mã kiểm (SHA-256)</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Loại tệp</translation>
    </message>
    <message>
        <source>Size (bytes)</source>
        <translation>Dung lượng (byte)</translation>
    </message>
    <message>
        <source>Written on</source>
        <translation>Ngày ghi</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Ý kiến</translation>
    </message>
    <message>
        <source>Kind of line</source>
        <translation>Loại dòng</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Đã giải quyết</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>No state secrets in here</source>
        <translation>Không nhập bí mật nhà nước</translation>
    </message>
    <message>
        <source>Nothing entered yet</source>
        <translation>Chưa nhập gì</translation>
    </message>
    <message>
        <source>Saved {when}</source>
        <translation>Đã lưu {when}</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>Chưa sao lưu</translation>
    </message>
    <message>
        <source>Backed up {when}, checked</source>
        <translation>Sao lưu {when}, đã kiểm tra</translation>
    </message>
    <message>
        <source>the reporting period before or after</source>
        <translation>kỳ báo cáo trước, kỳ sau</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hôm nay</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not sent</source>
        <translation>
            <numerusform>Chưa gửi %n thay đổi</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to this screen</source>
        <translation>Mở màn hình này</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Phím tắt</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Trợ giúp</translation>
    </message>
    <message>
        <source>All help pages</source>
        <translation>Mục lục trợ giúp</translation>
    </message>
    <message>
        <source>Another year or period is shown. Alt+Home shows the present.</source>
        <translation>Đang xem năm hoặc kỳ khác. Bấm Alt+Home để về hiện tại.</translation>
    </message>
    <message>
        <source>Back to the present</source>
        <translation>Về kỳ hiện tại</translation>
    </message>
    <message>
        <source>Close help</source>
        <translation>Đóng trợ giúp</translation>
    </message>
    <message>
        <source>Disk nearly full: {free} left</source>
        <translation>Ổ đĩa sắp đầy, còn {free}</translation>
    </message>
    <message>
        <source>Everything sent and confirmed</source>
        <translation>Đã gửi hết, đã có biên nhận</translation>
    </message>
    <message numerus="yes">
        <source>In no bundle yet; %n change(s) altogether wait for a receipt</source>
        <translation>
            <numerusform>Chưa ghi vào gói; tính cả gói đã ghi, còn %n thay đổi chờ biên nhận</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sent, %n change(s) not confirmed yet</source>
        <translation>
            <numerusform>Đã ghi gói, %n thay đổi chờ biên nhận</numerusform>
        </translation>
    </message>
    <message>
        <source>The help pages are missing from this installation.</source>
        <translation>Bản cài đặt này thiếu các trang trợ giúp.</translation>
    </message>
    <message>
        <source>Find tasks, targets, documents…</source>
        <translation>Tìm việc, chỉ tiêu, văn bản…</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Kết quả tìm</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer or other words.</source>
        <translation>Không tìm thấy. Thử ít từ hơn hoặc từ khác.</translation>
    </message>
    <message>
        <source>Do not enter state secrets here. Sổ Sen is for ordinary documents only.</source>
        <translation>Không nhập bí mật nhà nước. Sổ Sen chỉ dùng cho tài liệu thường.</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Đã hiểu</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>Các màn hình</translation>
    </message>
    <message>
        <source>Sổ Sen</source>
        <translation>Sổ Sen</translation>
    </message>
    <message>
        <source>Year {year}</source>
        <translation>Năm {year}</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Không có gì để hoàn tác.</translation>
    </message>
    <message>
        <source>Undone: {action}</source>
        <translation>Đã hoàn tác: {action}</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Không có gì để làm lại.</translation>
    </message>
    <message>
        <source>Done again: {action}</source>
        <translation>Đã làm lại: {action}</translation>
    </message>
    <message>
        <source>help for this screen</source>
        <translation>trợ giúp màn hình này</translation>
    </message>
    <message>
        <source>edit the cell</source>
        <translation>sửa ô</translation>
    </message>
    <message>
        <source>show anew</source>
        <translation>tải lại</translation>
    </message>
    <message>
        <source>find anything</source>
        <translation>tìm mọi thứ</translation>
    </message>
    <message>
        <source>undo the last action</source>
        <translation>hoàn tác việc vừa làm</translation>
    </message>
    <message>
        <source>redo it</source>
        <translation>làm lại</translation>
    </message>
    <message>
        <source>What is saved is safe. Click to read what this means and what to do.</source>
        <translation>Những gì đã lưu vẫn an toàn. Bấm để xem điều này nghĩa là gì và cần làm gì.</translation>
    </message>
    <message>
        <source>back to the present year and period</source>
        <translation>về năm và kỳ hiện tại</translation>
    </message>
    <message>
        <source>go to a screen</source>
        <translation>chuyển màn hình</translation>
    </message>
    <message>
        <source>larger, smaller</source>
        <translation>phóng to, thu nhỏ</translation>
    </message>
    <message>
        <source>normal size</source>
        <translation>cỡ bình thường</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Bundle {number} of {unit}</source>
        <translation>Gói số {number} của {unit}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Ô</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Mới</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Không</translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation>Chưa có thay đổi nào.</translation>
    </message>
    <message>
        <source>Old</source>
        <translation>Cũ</translation>
    </message>
    <message>
        <source>Row added</source>
        <translation>Thêm dòng</translation>
    </message>
    <message>
        <source>Row deleted</source>
        <translation>Xóa dòng</translation>
    </message>
    <message>
        <source>Row restored</source>
        <translation>Khôi phục dòng</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>Typed here</source>
        <translation>Nhập tay</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Khi nào</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Ai</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Có</translation>
    </message>
</context>
<context>
    <name>Kit</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy bỏ</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Đang xử lý</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Đang dừng…</translation>
    </message>
    <message>
        <source>Filter this column</source>
        <translation>Lọc cột này</translation>
    </message>
    <message>
        <source>Show only these</source>
        <translation>Chỉ hiện các mục này</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>Tăng dần</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Giảm dần</translation>
    </message>
    <message>
        <source>The table&apos;s own order</source>
        <translation>Thứ tự của bảng</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Hiện tất cả</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(trống)</translation>
    </message>
    <message>
        <source>Filter this list</source>
        <translation>Lọc danh sách</translation>
    </message>
    <message>
        <source>Show all rows</source>
        <translation>Hiện mọi dòng</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>Chọn cột</translation>
    </message>
    <message>
        <source>Export to Excel</source>
        <translation>Xuất Excel</translation>
    </message>
    <message>
        <source>No row fits the filter.</source>
        <translation>Không có dòng nào khớp bộ lọc.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n dòng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) were not taken. First: row {row}, {column}: {reason}</source>
        <translation>
            <numerusform>%n ô chưa ghi được. Ô đầu tiên: dòng {row}, {column}: {reason}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were left out because the table ends here.</source>
        <translation>
            <numerusform>Bỏ qua %n dòng vì bảng hết ở đây.</numerusform>
        </translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Tất cả các dòng</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Chi tiết</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Thao tác khác</translation>
    </message>
    <message>
        <source>Quick filter</source>
        <translation>Lọc nhanh</translation>
    </message>
    <message>
        <source>What is safe</source>
        <translation>Những gì vẫn an toàn</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Việc cần làm</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>Đóng khung</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>ngày/tháng/năm</translation>
    </message>
    <message>
        <source>Open the calendar</source>
        <translation>Mở lịch</translation>
    </message>
    <message>
        <source>Type a name</source>
        <translation>Gõ tên</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Có</translation>
    </message>
</context>
<context>
    <name>Pairing</name>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <translation>
            <numerusform>cập nhật %n ngày trước</numerusform>
        </translation>
    </message>
    <message>
        <source>24 digits: {digits}</source>
        <translation>24 số: {digits}</translation>
    </message>
    <message>
        <source>Approve this computer</source>
        <translation>Duyệt máy này</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>Không dùng được</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Chọn thư mục…</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Máy</translation>
    </message>
    <message>
        <source>Digits of this office…</source>
        <translation>24 số của cơ quan…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Enrol this computer</source>
        <translation>Ghép nối máy này</translation>
    </message>
    <message>
        <source>Enrolled computers</source>
        <translation>Các máy đã ghép nối</translation>
    </message>
    <message>
        <source>Enrolled with {office}. Registry number {epoch}{age}.</source>
        <translation>Đã ghép nối với {office}. Danh bạ máy: bản số {epoch}{age}.</translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation>Đã ghép nối</translation>
    </message>
    <message numerus="yes">
        <source>Enrolled. %n row(s) came with the first bundle.</source>
        <translation>
            <numerusform>Đã ghép nối. Gói đầu tiên mang theo %n dòng.</numerusform>
        </translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Folder with requests</source>
        <translation>Thư mục có phiếu đăng ký</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Khóa</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Để nguyên</translation>
    </message>
    <message>
        <source>List of units…</source>
        <translation>Danh sách đơn vị…</translation>
    </message>
    <message>
        <source>Look at the bundle</source>
        <translation>Xem gói</translation>
    </message>
    <message>
        <source>Newest bundle</source>
        <translation>Gói gần nhất</translation>
    </message>
    <message>
        <source>No request has been read. Plug in the stick that a unit brought.</source>
        <translation>Chưa đọc phiếu nào. Cắm USB mà đơn vị mang đến.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Nothing more to do here: send with F9, take what comes on the page Receive.</source>
        <translation>Ở đây không còn gì phải làm: gửi gói bằng F9, nhận gói ở trang Nhận.</translation>
    </message>
    <message>
        <source>Plug in a stick. The request says which unit and which computer asks; no data leaves.</source>
        <translation>Cắm USB. Phiếu chỉ ghi đơn vị nào, máy nào xin ghép nối; không có dữ liệu nào ra ngoài.</translation>
    </message>
    <message>
        <source>Print the digits…</source>
        <translation>In các số…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>In…</translation>
    </message>
    <message>
        <source>Put it away…</source>
        <translation>Cất khóa…</translation>
    </message>
    <message>
        <source>Read requests from the stick</source>
        <translation>Đọc phiếu trên USB</translation>
    </message>
    <message>
        <source>Read these 24 digits to the upper office, group by group, when it telephones.</source>
        <translation>Khi cấp trên gọi điện, đọc cho họ 24 số này, từng nhóm một.</translation>
    </message>
    <message>
        <source>Reading and writing</source>
        <translation>Đang đọc và ghi</translation>
    </message>
    <message>
        <source>Registry number</source>
        <translation>Bản danh bạ</translation>
    </message>
    <message>
        <source>Report lost</source>
        <translation>Báo mất</translation>
    </message>
    <message>
        <source>Report lost: {unit}, computer {label}?</source>
        <translation>Báo mất: {unit}, máy {label}?</translation>
    </message>
    <message>
        <source>Report lost…</source>
        <translation>Báo mất…</translation>
    </message>
    <message>
        <source>Reported lost</source>
        <translation>Đã báo mất</translation>
    </message>
    <message>
        <source>Request of {unit}, computer {label}</source>
        <translation>Phiếu đăng ký của {unit}, máy {label}</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Phiếu đăng ký</translation>
    </message>
    <message>
        <source>Requests, computers</source>
        <translation>Phiếu đăng ký, các máy</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Take the first bundle</source>
        <translation>Nhận gói đầu tiên</translation>
    </message>
    <message>
        <source>Taking the first bundle</source>
        <translation>Đang nhận gói đầu tiên</translation>
    </message>
    <message>
        <source>Telephone and read out 24 digits</source>
        <translation>Gọi điện, đọc 24 số</translation>
    </message>
    <message>
        <source>Telephone in the official list: {phone}</source>
        <translation>Điện thoại trong danh bạ chính thức: {phone}</translation>
    </message>
    <message>
        <source>Telephone the unit at the number of the official list. Have the 24 digits read out, compare the first four groups, and type the last two as you hear them.</source>
        <translation>Gọi đơn vị theo số trong danh bạ chính thức. Nghe đọc 24 số, so bốn nhóm đầu và gõ hai nhóm cuối như nghe được.</translation>
    </message>
    <message>
        <source>The 24 digits of {office}</source>
        <translation>24 số của {office}</translation>
    </message>
    <message>
        <source>The last eight digits</source>
        <translation>Tám số cuối</translation>
    </message>
    <message>
        <source>The same digits as a QR code</source>
        <translation>Cũng các số đó dưới dạng mã QR</translation>
    </message>
    <message>
        <source>The spare key for the safe</source>
        <translation>Khóa dự phòng để cất két</translation>
    </message>
    <message>
        <source>The unit has a computer of this name already; this one will be called {label}. If the old one is gone, report it lost as well. Telephone as for every request.</source>
        <translation>Đơn vị đã có máy tên này; máy mới sẽ mang tên {label}. Nếu máy cũ không còn thì báo mất máy cũ. Vẫn gọi điện như với mọi phiếu.</translation>
    </message>
    <message>
        <source>The upper office calls you, or you call it, at the number of the official list. Read the digits group by group; it approves this computer and writes the first bundle onto the stick.</source>
        <translation>Cấp trên gọi cho bạn, hoặc bạn gọi cấp trên, theo số trong danh bạ chính thức. Đọc từng nhóm số; cấp trên duyệt máy này và ghi gói đầu tiên vào USB.</translation>
    </message>
    <message>
        <source>The upper office does not list this computer yet. Write a request; afterwards receive its bundle as any other.</source>
        <translation>Danh bạ máy của cấp trên chưa có máy này. Hãy ghi phiếu đăng ký; sau đó nhận gói của cấp trên như bình thường.</translation>
    </message>
    <message>
        <source>These keys were reported lost. The computer needs new ones and a new request.</source>
        <translation>Khóa này đã bị báo mất. Máy cần khóa mới và phiếu mới.</translation>
    </message>
    <message>
        <source>This computer enrols others. Registry number {epoch}.</source>
        <translation>Máy này duyệt ghép nối cho máy khác. Danh bạ máy: bản số {epoch}.</translation>
    </message>
    <message>
        <source>This computer is enrolled. Write its unit a bundle: it brings what it needs. When that is taken, the clerk types the digits of this office&apos;s official letter.</source>
        <translation>Máy đó đã ghép nối. Ghi gói cho đơn vị: trong gói có đủ những gì cần. Khi nhận gói đó, đơn vị gõ 24 số của cơ quan trong công văn.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Máy này</translation>
    </message>
    <message>
        <source>Unit not in the list</source>
        <translation>Đơn vị chưa có trong danh sách</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Waits for approval</source>
        <translation>Chờ duyệt</translation>
    </message>
    <message>
        <source>When the first bundle of {office} is taken, type all six groups. If the program says that they differ, take nothing and call the office.</source>
        <translation>Khi nhận gói đầu tiên của {office}, gõ đủ sáu nhóm số. Nếu Sổ Sen báo các số khác nhau, không nhận gói và gọi ngay cho cơ quan.</translation>
    </message>
    <message>
        <source>When the stick is back, look at the bundle and type the 24 digits of the official letter of the upper office. Without the letter, call it and have the digits read out.</source>
        <translation>Khi USB được mang về, xem gói và gõ 24 số trong công văn của cấp trên. Chưa có công văn thì gọi cấp trên, nhờ đọc 24 số của cơ quan.</translation>
    </message>
    <message>
        <source>Where to write the list of units</source>
        <translation>Ghi danh sách đơn vị vào đâu</translation>
    </message>
    <message>
        <source>Where to write the spare key</source>
        <translation>Ghi khóa dự phòng vào đâu</translation>
    </message>
    <message>
        <source>Write the bundles</source>
        <translation>Ghi gói</translation>
    </message>
    <message>
        <source>Write the request onto a stick</source>
        <translation>Ghi phiếu đăng ký ra USB</translation>
    </message>
    <message>
        <source>Write the request</source>
        <translation>Ghi phiếu</translation>
    </message>
    <message>
        <source>Your list of units does not hold this unit. Check with whoever brought the stick.</source>
        <translation>Danh sách đơn vị của bạn không có đơn vị này. Hỏi lại người mang USB đến.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>chưa có</translation>
    </message>
    <message>
        <source>no number listed, look it up</source>
        <translation>chưa ghi số, hãy tra lại</translation>
    </message>
    <message>
        <source>{name} is written and was read back. Take the stick out and bring it to the upper office.</source>
        <translation>Đã ghi {name} và đọc kiểm tra lại. Rút USB và mang lên cấp trên.</translation>
    </message>
    <message>
        <source>{name} is written. Give it to every unit with the installer.</source>
        <translation>Đã ghi {name}. Đưa tệp này cho từng đơn vị cùng bộ cài đặt.</translation>
    </message>
    <message>
        <source>{office} enrolled {unit}, computer {label}. Type all six groups of the digits of its official letter: they prove that the bundle is from it.</source>
        <translation>{office} đã ghép nối {unit}, máy {label}. Gõ đủ sáu nhóm số trong công văn của cơ quan đó: các số này chứng tỏ gói đúng là của cơ quan.</translation>
    </message>
    <message>
        <source>{unit}, computer {label}</source>
        <translation>{unit}, máy {label}</translation>
    </message>
    <message>
        <source>{unit}, computer {label}, is enrolled. Now write its bundle onto the stick.</source>
        <translation>{unit}, máy {label}, đã được ghép nối. Tiếp theo: ghi gói cho đơn vị vào USB.</translation>
    </message>
    <message>
        <source>{unit}, computer {label}, is reported lost. The next bundles tell all units.</source>
        <translation>{unit}, máy {label}, đã được báo mất. Các gói kế tiếp sẽ báo cho mọi đơn vị.</translation>
    </message>
    <message>
        <source>{unit}, computer {label}: enrolled</source>
        <translation>{unit}, máy {label}: đã ghép nối</translation>
    </message>
    <message>
        <source>1. Give it the installer and the list of units, above.</source>
        <translation>1. Đưa cho đơn vị bộ cài đặt và danh sách đơn vị (nút phía trên).</translation>
    </message>
    <message>
        <source>2. Send it the official letter with this office&apos;s digits.</source>
        <translation>2. Gửi công văn có 24 số của cơ quan.</translation>
    </message>
    <message>
        <source>3. When it brings a stick with its request, read it, telephone, and approve.</source>
        <translation>3. Khi đơn vị mang USB có phiếu đăng ký đến: đọc phiếu, gọi điện, rồi duyệt.</translation>
    </message>
    <message>
        <source>4. Write its bundle onto that stick.</source>
        <translation>4. Ghi gói cho đơn vị vào USB đó.</translation>
    </message>
    <message>
        <source>All data on this computer is as it was; the upper level keeps what it received.</source>
        <translation>Dữ liệu trên máy này vẫn nguyên; cấp trên vẫn giữ những gì đã nhận.</translation>
    </message>
    <message>
        <source>At {moment} came a bundle of {office} that this computer cannot open.</source>
        <translation>Lúc {moment} có gói của {office} mà máy này không mở được.</translation>
    </message>
    <message>
        <source>Call {office}, then enrol this computer again: what was not sent goes with its next bundle.</source>
        <translation>Gọi {office}, rồi ghép nối lại máy này: những gì chưa gửi sẽ đi cùng gói sau đó.</translation>
    </message>
    <message>
        <source>Call {office}. If this computer was reported lost, enrol it again: what was not sent goes with its next bundle. If not, ask for a new bundle.</source>
        <translation>Gọi {office}. Nếu máy này đã bị báo mất thì ghép nối lại: những gì chưa gửi sẽ đi cùng gói sau đó. Nếu không phải thì xin gói mới.</translation>
    </message>
    <message>
        <source>Do this only when the upper level says that this computer was reported lost. It gets new keys and asks as a new computer does: write the request, telephone, receive the bundle. All data stays; what was not sent goes with the next bundle. Until it is enrolled it sends and receives nothing.</source>
        <translation>Chỉ làm khi cấp trên cho biết máy này đã bị báo mất. Máy được tạo khóa mới và xin ghép nối như một máy mới: ghi phiếu, gọi điện, nhận gói. Dữ liệu vẫn nguyên; những gì chưa gửi sẽ đi cùng gói sau đó. Cho đến khi được duyệt, máy chưa gửi và chưa nhận được gói nào.</translation>
    </message>
    <message>
        <source>Enrol again…</source>
        <translation>Ghép nối lại…</translation>
    </message>
    <message>
        <source>Enrol this computer again?</source>
        <translation>Ghép nối lại máy này?</translation>
    </message>
    <message>
        <source>For the safe, in a sealed envelope. When the computer of the office is lost, another takes over with this key; whoever holds it can enrol computers in the name of the office.</source>
        <translation>Cất trong két, trong phong bì niêm phong. Khi mất máy của cơ quan, máy khác dùng khóa này để tiếp quản. Ai có khóa này đều có thể thay cơ quan duyệt máy.</translation>
    </message>
    <message>
        <source>How a unit is enrolled</source>
        <translation>Các bước ghép nối một đơn vị</translation>
    </message>
    <message>
        <source>It is written as {name} and is now removed from this computer. Print it as well, and put both into the safe: it cannot be shown again. With it another computer can take over when this one is lost.</source>
        <translation>Khóa đã ghi thành {name} và đã được xóa khỏi máy này. Hãy in thêm ra giấy rồi cất cả hai vào két: khóa không hiện lại lần nữa. Khi mất máy này, máy khác dùng khóa đó để tiếp quản.</translation>
    </message>
    <message>
        <source>Make new keys</source>
        <translation>Tạo khóa mới</translation>
    </message>
    <message>
        <source>Making new keys</source>
        <translation>Đang tạo khóa mới</translation>
    </message>
    <message>
        <source>Put these digits into the official letter to the units, on paper. A clerk types them once, when the first bundle is taken; after that the program knows this office for ever.</source>
        <translation>Ghi các số này vào công văn giấy gửi các đơn vị. Cán bộ chỉ gõ một lần khi nhận gói đầu tiên; từ đó Sổ Sen luôn nhận ra cơ quan này.</translation>
    </message>
    <message>
        <source>The 24 digits of the letter</source>
        <translation>24 số trong công văn</translation>
    </message>
    <message>
        <source>The newest that it could open came at {moment}.</source>
        <translation>Gói mới nhất mà máy mở được đã đến lúc {moment}.</translation>
    </message>
    <message>
        <source>The spare key of {office}</source>
        <translation>Khóa dự phòng của {office}</translation>
    </message>
    <message>
        <source>The spare key still lies on this computer. Put it onto a stick of its own and onto paper, for the safe.</source>
        <translation>Khóa dự phòng vẫn còn trên máy này. Hãy cất ra một USB riêng và ra giấy, để trong két.</translation>
    </message>
    <message>
        <source>This computer took the office over. Write the bundles for all units: they follow by themselves. A computer that cannot open its bundle was enrolled after the backup: enrol it once more. The digits of the office are new: the old letter counts no more.</source>
        <translation>Máy này đã tiếp quản công việc của cơ quan. Hãy ghi gói cho mọi đơn vị: nhận gói xong, các đơn vị tự dùng khóa mới của cơ quan. Máy nào không mở được gói là máy ghép nối sau khi làm bản sao lưu: hãy ghép nối lại. 24 số của cơ quan đã đổi: công văn cũ không còn giá trị.</translation>
    </message>
    <message>
        <source>What it sent up to now stays; nothing newer from it is taken. The next bundles tell all units. The unit asks for another computer with a new request and gets all its data back. This cannot be taken back: a computer that is found is enrolled again.</source>
        <translation>Mọi thứ máy đó đã gửi vẫn được giữ; từ nay không nhận gì mới từ máy đó. Các gói gửi kế tiếp sẽ báo cho mọi đơn vị. Đơn vị xin ghép nối cho máy khác và được trả đủ dữ liệu. Việc này không rút lại được: nếu tìm thấy máy thì ghép nối lại.</translation>
    </message>
    <message>
        <source>{office} lists it as lost in its registry number {epoch}; nobody takes its bundles any more.</source>
        <translation>{office} đã ghi máy này là máy bị mất trong danh bạ máy, bản số {epoch}; không nơi nào nhận gói của máy này nữa.</translation>
    </message>
    <message>
        <source>{unit}, computer {label}: it may have been reported lost</source>
        <translation>{unit}, máy {label}: có thể đã bị báo mất</translation>
    </message>
    <message>
        <source>{unit}, computer {label}: reported lost</source>
        <translation>{unit}, máy {label}: đã bị báo mất</translation>
    </message>
</context>
<context>
    <name>Periods</name>
    <message>
        <source>Week {n}/{year}</source>
        <translation>Tuần {n}/{year}</translation>
    </message>
    <message>
        <source>Month {n}/{year}</source>
        <translation>Tháng {n}/{year}</translation>
    </message>
    <message>
        <source>Quarter {n}/{year}</source>
        <translation>Quý {n}/{year}</translation>
    </message>
    <message>
        <source>First half of {year}</source>
        <translation>6 tháng đầu năm {year}</translation>
    </message>
    <message>
        <source>Second half of {year}</source>
        <translation>6 tháng cuối năm {year}</translation>
    </message>
    <message>
        <source>Year {year}</source>
        <translation>Năm {year}</translation>
    </message>
    <message>
        <source>Reporting period: {period}, cut-off {day}</source>
        <translation>Kỳ báo cáo: {period}, chốt {day}</translation>
    </message>
    <message>
        <source>From {first} to {last}; to be sent by {send}</source>
        <translation>Từ {first} đến {last}; gửi chậm nhất ngày {send}</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message numerus="yes">
        <source>%n breakthrough(s)</source>
        <translation>
            <numerusform>%n đột phá</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) could not be read and stayed empty</source>
        <translation>
            <numerusform>%n ô không đọc được nên để trống</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deadline(s) extended</source>
        <translation>
            <numerusform>Đã gia hạn %n việc</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key task(s)</source>
        <translation>
            <numerusform>%n nhiệm vụ trọng tâm</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) added</source>
        <translation>
            <numerusform>Đã thêm %n dòng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) deleted</source>
        <translation>
            <numerusform>Đã xóa %n dòng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n solution(s)</source>
        <translation>
            <numerusform>%n giải pháp</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n target(s)</source>
        <translation>
            <numerusform>%n chỉ tiêu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) added</source>
        <translation>
            <numerusform>Đã thêm %n việc</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) deleted</source>
        <translation>
            <numerusform>Đã xóa %n việc</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a breakthrough</source>
        <translation>Thêm đột phá</translation>
    </message>
    <message>
        <source>Add a key task</source>
        <translation>Thêm nhiệm vụ trọng tâm</translation>
    </message>
    <message>
        <source>Add a solution</source>
        <translation>Thêm giải pháp</translation>
    </message>
    <message>
        <source>Add a target</source>
        <translation>Thêm chỉ tiêu</translation>
    </message>
    <message>
        <source>Add a task</source>
        <translation>Thêm việc</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>Khớp</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>Xem đủ các mục</translation>
    </message>
    <message>
        <source>Begin the plan</source>
        <translation>Lập kế hoạch</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Vướng mắc</translation>
    </message>
    <message>
        <source>Breakthrough {code}</source>
        <translation>Đột phá {code}</translation>
    </message>
    <message>
        <source>Breakthroughs</source>
        <translation>Đột phá</translation>
    </message>
    <message>
        <source>Choose a task to see it here.</source>
        <translation>Chọn một việc để xem ở đây.</translation>
    </message>
    <message>
        <source>Commented</source>
        <translation>Có ý kiến</translation>
    </message>
    <message>
        <source>Completed late</source>
        <translation>Hoàn thành quá hạn</translation>
    </message>
    <message>
        <source>Completed on time</source>
        <translation>Hoàn thành đúng hạn</translation>
    </message>
    <message>
        <source>Coordinating</source>
        <translation>Phối hợp</translation>
    </message>
    <message>
        <source>Declared and listed</source>
        <translation>Số nêu trong văn bản và số liệt kê</translation>
    </message>
    <message>
        <source>Declared</source>
        <translation>Nêu trong văn bản</translation>
    </message>
    <message>
        <source>Delete the row</source>
        <translation>Xóa dòng</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Lệch</translation>
    </message>
    <message numerus="yes">
        <source>Due in %n day(s)</source>
        <translation>
            <numerusform>Còn %n ngày</numerusform>
        </translation>
    </message>
    <message>
        <source>Due in 7 days</source>
        <translation>Đến hạn 7 ngày</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Đến hạn hôm nay</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hạn</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Xuất</translation>
    </message>
    <message>
        <source>Extend the deadline of task {code}</source>
        <translation>Gia hạn việc {code}</translation>
    </message>
    <message numerus="yes">
        <source>Extend the deadlines of %n task(s)</source>
        <translation>
            <numerusform>Gia hạn %n việc</numerusform>
        </translation>
    </message>
    <message>
        <source>Extend the deadline…</source>
        <translation>Gia hạn…</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>Gia hạn</translation>
    </message>
    <message>
        <source>Fewer fields</source>
        <translation>Thu gọn</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Thông tin chung</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>Lịch sử…</translation>
    </message>
    <message>
        <source>Key task {code}</source>
        <translation>Nhiệm vụ trọng tâm {code}</translation>
    </message>
    <message>
        <source>Key tasks</source>
        <translation>Nhiệm vụ trọng tâm</translation>
    </message>
    <message>
        <source>Last result</source>
        <translation>Kết quả gần nhất</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Chủ trì</translation>
    </message>
    <message>
        <source>Listed</source>
        <translation>Liệt kê</translation>
    </message>
    <message>
        <source>Look and choose</source>
        <translation>Xem và chọn</translation>
    </message>
    <message>
        <source>No deadline</source>
        <translation>Không hạn</translation>
    </message>
    <message>
        <source>No plan of {unit} for {year} has been received yet.</source>
        <translation>Chưa nhận kế hoạch năm {year} của {unit}.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>STT</translation>
    </message>
    <message>
        <source>Not assigned</source>
        <translation>Chưa giao</translation>
    </message>
    <message>
        <source>Open the panel of the task</source>
        <translation>Mở khung chi tiết</translation>
    </message>
    <message>
        <source>Other tasks</source>
        <translation>Việc khác</translation>
    </message>
    <message numerus="yes">
        <source>Overdue %n day(s)</source>
        <translation>
            <numerusform>Quá hạn %n ngày</numerusform>
        </translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>Parts of the plan</source>
        <translation>Các phần của kế hoạch</translation>
    </message>
    <message>
        <source>Paste tasks from Word</source>
        <translation>Dán việc từ Word</translation>
    </message>
    <message>
        <source>Plan of {year} of {unit}</source>
        <translation>Kế hoạch năm {year} của {unit}</translation>
    </message>
    <message>
        <source>Plan of {year}</source>
        <translation>Kế hoạch năm {year}</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Sản phẩm</translation>
    </message>
    <message>
        <source>Progress only</source>
        <translation>Chỉ cập nhật tiến độ</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Chỉ xem</translation>
    </message>
    <message>
        <source>Root</source>
        <translation>Gốc</translation>
    </message>
    <message>
        <source>Send up</source>
        <translation>Gửi cấp trên</translation>
    </message>
    <message>
        <source>Solutions of the plan</source>
        <translation>Giải pháp của kế hoạch</translation>
    </message>
    <message>
        <source>Solutions</source>
        <translation>Giải pháp</translation>
    </message>
    <message>
        <source>Targets of the plan</source>
        <translation>Chỉ tiêu của kế hoạch</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Task {code}</source>
        <translation>Việc {code}</translation>
    </message>
    <message>
        <source>Tasks of the plan</source>
        <translation>Nhiệm vụ của kế hoạch</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Nhiệm vụ</translation>
    </message>
    <message>
        <source>The clipboard holds no text. Copy the plan in Word first.</source>
        <translation>Chưa chép văn bản nào. Hãy chép kế hoạch trong Word trước.</translation>
    </message>
    <message>
        <source>The item of the upper level&apos;s programme</source>
        <translation>Mục trong văn bản của cấp trên</translation>
    </message>
    <message>
        <source>The plan has no solution yet.</source>
        <translation>Kế hoạch chưa có giải pháp.</translation>
    </message>
    <message>
        <source>The plan has no target yet.</source>
        <translation>Kế hoạch chưa có chỉ tiêu.</translation>
    </message>
    <message>
        <source>The plan has no task yet.</source>
        <translation>Kế hoạch chưa có nhiệm vụ.</translation>
    </message>
    <message>
        <source>The same as the row above</source>
        <translation>Giống dòng trên</translation>
    </message>
    <message>
        <source>There is no plan for {year} yet.</source>
        <translation>Chưa có kế hoạch năm {year}.</translation>
    </message>
    <message>
        <source>Today&apos;s date</source>
        <translation>Ngày hôm nay</translation>
    </message>
    <message>
        <source>Two computers hold different values: {fields}</source>
        <translation>Hai máy ghi khác nhau: {fields}</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Without a lead</source>
        <translation>Thiếu chủ trì</translation>
    </message>
    <message numerus="yes">
        <source>put off %n time(s)</source>
        <translation>
            <numerusform>gia hạn %n lần</numerusform>
        </translation>
    </message>
    <message>
        <source>revision {number}</source>
        <translation>bản {number}</translation>
    </message>
    <message>
        <source>Open the bundles</source>
        <translation>Mở gói dữ liệu</translation>
    </message>
</context>
<context>
    <name>Programme</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n văn bản</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) added</source>
        <translation>
            <numerusform>Đã thêm %n mục</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) deleted</source>
        <translation>
            <numerusform>Đã xóa %n mục</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n mục</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) added to the plan</source>
        <translation>
            <numerusform>Đã thêm %n việc vào kế hoạch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n việc</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a task</source>
        <translation>
            <numerusform>%n mục chưa có việc</numerusform>
        </translation>
    </message>
    <message>
        <source>Action programme {year}</source>
        <translation>Chương trình hành động năm {year}</translation>
    </message>
    <message>
        <source>Add a programme</source>
        <translation>Thêm chương trình</translation>
    </message>
    <message>
        <source>Add an item</source>
        <translation>Thêm mục</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Choose an item to see it here.</source>
        <translation>Chọn một mục để xem ở đây.</translation>
    </message>
    <message>
        <source>Completed late</source>
        <translation>Hoàn thành quá hạn</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Hoàn thành</translation>
    </message>
    <message>
        <source>Delete the row</source>
        <translation>Xóa dòng</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hạn</translation>
    </message>
    <message>
        <source>Edit the item</source>
        <translation>Sửa mục</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Xuất Excel</translation>
    </message>
    <message>
        <source>Field of work</source>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Đang thực hiện</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Item {code}</source>
        <translation>Mục {code}</translation>
    </message>
    <message numerus="yes">
        <source>Make %n task(s)</source>
        <translation>
            <numerusform>Tạo %n việc</numerusform>
        </translation>
    </message>
    <message>
        <source>Make a task of this item</source>
        <translation>Tạo việc từ mục này</translation>
    </message>
    <message>
        <source>Make tasks of the items</source>
        <translation>Tạo việc từ các mục</translation>
    </message>
    <message>
        <source>No deadline</source>
        <translation>Không hạn</translation>
    </message>
    <message>
        <source>No programme has been received yet.</source>
        <translation>Chưa nhận chương trình của cấp trên.</translation>
    </message>
    <message>
        <source>No task takes this item over yet.</source>
        <translation>Chưa có việc nào thực hiện mục này.</translation>
    </message>
    <message>
        <source>No task</source>
        <translation>Chưa có việc</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Chưa thực hiện</translation>
    </message>
    <message>
        <source>Open the panel of the item</source>
        <translation>Mở khung chi tiết</translation>
    </message>
    <message>
        <source>Open the upper level&apos;s bundle</source>
        <translation>Mở gói của cấp trên</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>Parts of the item</source>
        <translation>Các phần của mục</translation>
    </message>
    <message>
        <source>Paste items from Word</source>
        <translation>Dán mục từ Word</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Tạm dừng</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>Thực hiện</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Việc</translation>
    </message>
    <message>
        <source>Tasks for this item</source>
        <translation>Các việc của mục này</translation>
    </message>
    <message>
        <source>Tasks that take it over</source>
        <translation>Việc thực hiện</translation>
    </message>
    <message>
        <source>The clipboard holds no text. Copy the document in Word first.</source>
        <translation>Chưa chép văn bản nào. Hãy chép văn bản trong Word trước.</translation>
    </message>
    <message>
        <source>The plan is frozen; no task can be added.</source>
        <translation>Kế hoạch đã chốt nên không thêm việc được.</translation>
    </message>
    <message>
        <source>There is no programme for this year yet.</source>
        <translation>Năm này chưa có chương trình nào.</translation>
    </message>
    <message>
        <source>Tick items (Space) and make tasks of them (Ctrl+Enter)</source>
        <translation>Đánh dấu mục (phím cách) rồi tạo việc (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Tick</source>
        <translation>Chọn</translation>
    </message>
    <message>
        <source>Unit and task</source>
        <translation>Đơn vị, việc</translation>
    </message>
    <message>
        <source>Upper-level items</source>
        <translation>Các mục của cấp trên</translation>
    </message>
    <message>
        <source>Upper-level programmes {year}</source>
        <translation>Chương trình cấp trên năm {year}</translation>
    </message>
    <message>
        <source>{covered} of {units} units</source>
        <translation>{covered}/{units} đơn vị</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>Đã chọn %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n việc</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n đơn vị</numerusform>
        </translation>
    </message>
    <message>
        <source>All deadlines</source>
        <translation>Mọi thời hạn</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>Mọi lĩnh vực</translation>
    </message>
    <message>
        <source>All leads</source>
        <translation>Tất cả chủ trì</translation>
    </message>
    <message>
        <source>All statuses</source>
        <translation>Mọi trạng thái</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>Tất cả nhiệm vụ</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>Mọi đơn vị</translation>
    </message>
    <message>
        <source>Completed late</source>
        <translation>Hoàn thành quá hạn</translation>
    </message>
    <message>
        <source>Completed or stopped</source>
        <translation>Đã hoàn thành hoặc dừng</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Hạn</translation>
    </message>
    <message>
        <source>Due later</source>
        <translation>Còn hạn</translation>
    </message>
    <message>
        <source>Due within 7 days</source>
        <translation>Đến hạn 7 ngày</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>Filter and sort by this column</source>
        <translation>Lọc, sắp xếp theo cột này</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Chủ trì</translation>
    </message>
    <message>
        <source>Newest result</source>
        <translation>Kết quả mới nhất</translation>
    </message>
    <message>
        <source>No deadline</source>
        <translation>Không hạn</translation>
    </message>
    <message>
        <source>No unit&apos;s plan has arrived for this year.</source>
        <translation>Chưa nhận được kế hoạch nào của năm này.</translation>
    </message>
    <message>
        <source>Open the plan</source>
        <translation>Mở kế hoạch</translation>
    </message>
    <message>
        <source>Open the task in its plan</source>
        <translation>Mở nhiệm vụ trong kế hoạch</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>Progress of {year}</source>
        <translation>Tiến độ năm {year}</translation>
    </message>
    <message>
        <source>Show or hide the filters</source>
        <translation>Hiện hoặc ẩn các ô lọc</translation>
    </message>
    <message>
        <source>Sorting…</source>
        <translation>Đang sắp xếp…</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>This year&apos;s plan has no task yet.</source>
        <translation>Kế hoạch năm này chưa có nhiệm vụ nào.</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>This is not a value for this field.</source>
        <translation>Giá trị này không hợp với ô này.</translation>
    </message>
    <message>
        <source>Too long: at most {limit} characters.</source>
        <translation>Quá dài: nhiều nhất {limit} ký tự.</translation>
    </message>
    <message>
        <source>Too small: at least {limit}.</source>
        <translation>Quá nhỏ: ít nhất là {limit}.</translation>
    </message>
    <message>
        <source>Too large: at most {limit}.</source>
        <translation>Quá lớn: nhiều nhất là {limit}.</translation>
    </message>
    <message>
        <source>This day lies before the start.</source>
        <translation>Ngày này trước ngày bắt đầu.</translation>
    </message>
    <message>
        <source>The day of sending must come after the cut-off.</source>
        <translation>Ngày gửi phải sau ngày chốt số liệu.</translation>
    </message>
    <message>
        <source>A completed task needs its day of completion.</source>
        <translation>Việc đã hoàn thành phải có ngày hoàn thành.</translation>
    </message>
    <message>
        <source>Only a completed task has a day of completion.</source>
        <translation>Chỉ việc đã hoàn thành mới có ngày hoàn thành.</translation>
    </message>
    <message>
        <source>Choose a body or a person.</source>
        <translation>Hãy chọn cơ quan, tổ chức hoặc cán bộ.</translation>
    </message>
    <message>
        <source>The new deadline must be later than the old one.</source>
        <translation>Hạn mới phải sau hạn cũ.</translation>
    </message>
    <message>
        <source>A planned value needs its unit of measure.</source>
        <translation>Có giá trị kế hoạch thì phải có đơn vị tính.</translation>
    </message>
    <message>
        <source>This must be filled in.</source>
        <translation>Phải nhập ô này.</translation>
    </message>
    <message>
        <source>Nothing was typed.</source>
        <translation>Chưa gõ gì.</translation>
    </message>
    <message>
        <source>Type a whole number, without decimals.</source>
        <translation>Hãy gõ số nguyên, không có phần lẻ.</translation>
    </message>
    <message>
        <source>Type a day such as 30/06/2022.</source>
        <translation>Hãy gõ ngày, ví dụ 30/06/2022.</translation>
    </message>
    <message>
        <source>That month does not have this day.</source>
        <translation>Tháng đó không có ngày này.</translation>
    </message>
    <message>
        <source>The month is 1 to 12; the day comes first: 30/06/2022.</source>
        <translation>Tháng từ 1 đến 12; ngày viết trước: 30/06/2022.</translation>
    </message>
    <message>
        <source>The year is missing: 30/06/2022.</source>
        <translation>Thiếu năm: 30/06/2022.</translation>
    </message>
    <message>
        <source>This value stands here twice.</source>
        <translation>Giá trị này bị trùng trong danh sách.</translation>
    </message>
    <message>
        <source>Type the year with four digits: 30/06/2022.</source>
        <translation>Năm gõ đủ bốn chữ số: 30/06/2022.</translation>
    </message>
    <message>
        <source>The year must lie between 1900 and 2199.</source>
        <translation>Năm phải từ 1900 đến 2199.</translation>
    </message>
    <message>
        <source>Choose one of the words in the list.</source>
        <translation>Hãy chọn một mục trong danh sách.</translation>
    </message>
    <message>
        <source>This cell can only be read.</source>
        <translation>Ô này chỉ được xem.</translation>
    </message>
    <message>
        <source>Type yes or no.</source>
        <translation>Hãy gõ “có” hoặc “không”.</translation>
    </message>
    <message>
        <source>This value does not fit here.</source>
        <translation>Giá trị này không dùng được ở đây.</translation>
    </message>
    <message>
        <source>Too long.</source>
        <translation>Quá dài.</translation>
    </message>
    <message>
        <source>Too small.</source>
        <translation>Quá nhỏ.</translation>
    </message>
    <message>
        <source>Too large.</source>
        <translation>Quá lớn.</translation>
    </message>
    <message>
        <source>Decimals take a point: 1.5. A comma parts thousands.</source>
        <translation>Số lẻ dùng dấu phẩy: 1,5. Dấu chấm để tách hàng nghìn.</translation>
    </message>
    <message>
        <source>Thousands come in groups of three: 1,234,567.</source>
        <translation>Hàng nghìn tách từng nhóm ba chữ số: 1.234.567.</translation>
    </message>
    <message>
        <source>Type a number such as 1,234.5.</source>
        <translation>Hãy gõ số, ví dụ 1.234,5.</translation>
    </message>
    <message>
        <source>Type one point, after the commas: 1,234.5.</source>
        <translation>Chỉ một dấu phẩy, sau các dấu chấm: 1.234,5.</translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>This week&apos;s tasks</source>
        <translation>Việc tuần này</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Kế hoạch</translation>
    </message>
    <message>
        <source>Upper programmes</source>
        <translation>Chương trình cấp trên</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>Consolidation</source>
        <translation>Tổng hợp</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Bundles</source>
        <translation>Gói dữ liệu</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>About Sổ Sen</source>
        <translation>Về Sổ Sen</translation>
    </message>
    <message>
        <source>Sổ Sen is free software under the Apache License 2.0. It uses Qt and PySide6 under the LGPL-3.</source>
        <translation>Sổ Sen là phần mềm tự do theo giấy phép Apache 2.0, sử dụng Qt và PySide6 theo giấy phép LGPL-3.</translation>
    </message>
    <message>
        <source>Copy facts for support</source>
        <translation>Chép thông tin hỗ trợ</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Giấy phép</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Phiên bản {version}</translation>
    </message>
    <message>
        <source>Data: {folder} ({size})</source>
        <translation>Dữ liệu: {folder} ({size})</translation>
    </message>
    <message>
        <source>Copied. Paste it into a message to support.</source>
        <translation>Đã chép. Hãy dán vào tin nhắn gửi người hỗ trợ.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sao lưu</translation>
    </message>
    <message>
        <source>There is no backup yet. Make the first one now.</source>
        <translation>Chưa có bản sao lưu nào. Hãy sao lưu lần đầu ngay.</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Sao lưu ngay</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Mở thư mục</translation>
    </message>
    <message>
        <source>Copy the newest backup to a stick or another computer once a week.</source>
        <translation>Mỗi tuần nên chép bản sao lưu mới nhất ra USB hoặc máy khác.</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Đã kiểm tra</translation>
    </message>
    <message>
        <source>Backing up and checking the copy</source>
        <translation>Đang sao lưu và kiểm tra bản sao</translation>
    </message>
    <message>
        <source>The backup was made and checked.</source>
        <translation>Đã sao lưu và kiểm tra xong.</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hôm nay</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>Ngôn ngữ và hiển thị</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Màu sắc</translation>
    </message>
    <message>
        <source>Size (Ctrl + and Ctrl −)</source>
        <translation>Cỡ chữ (Ctrl + và Ctrl −)</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>Theo máy tính</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Tệp khác…</translation>
    </message>
    <message>
        <source>Backups of Sổ Sen</source>
        <translation>Bản sao lưu của Sổ Sen</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Chọn bản sao lưu</translation>
    </message>
    <message>
        <source>Go back to a backup?</source>
        <translation>Khôi phục từ một bản sao lưu?</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Để nguyên</translation>
    </message>
    <message>
        <source>Settings and backups</source>
        <translation>Cài đặt và sao lưu</translation>
    </message>
    <message>
        <source>Take a backup back</source>
        <translation>Khôi phục từ bản sao lưu</translation>
    </message>
    <message>
        <source>Take a backup back…</source>
        <translation>Khôi phục từ bản sao lưu…</translation>
    </message>
    <message>
        <source>Take this backup back</source>
        <translation>Khôi phục bản này</translation>
    </message>
    <message>
        <source>Taking the backup back</source>
        <translation>Đang khôi phục từ bản sao lưu</translation>
    </message>
    <message>
        <source>The data file is damaged. Take a backup back?</source>
        <translation>Tệp dữ liệu bị hỏng. Khôi phục từ bản sao lưu?</translation>
    </message>
    <message>
        <source>The data is that of {when} again. The earlier files lie in the folder “{folder}”.</source>
        <translation>Dữ liệu đã trở về như lúc {when}. Các tệp trước khi khôi phục nằm trong thư mục “{folder}”.</translation>
    </message>
    <message>
        <source>There is no backup in the data folder.</source>
        <translation>Trong thư mục dữ liệu không có bản sao lưu nào.</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Người dùng</translation>
    </message>
    <message>
        <source>What was written after the backup is no longer on this computer. What had been sent comes back with the next bundle of the office above. The files that are here now are kept in a folder of their own.</source>
        <translation>Những gì ghi sau bản sao lưu sẽ không còn trên máy này. Phần đã gửi sẽ trở lại cùng gói kế tiếp của cấp trên. Các tệp đang có được giữ nguyên trong một thư mục riêng.</translation>
    </message>
    <message>
        <source>Your full name</source>
        <translation>Họ và tên của bạn</translation>
    </message>
    <message>
        <source>{file} of {unit}, {when}   ({size})</source>
        <translation>{file} của {unit}, {when}   ({size})</translation>
    </message>
    <message>
        <source>The history and the bundles say who made each change.</source>
        <translation>Lịch sử và gói dữ liệu ghi rõ ai đã thay đổi.</translation>
    </message>
    <message>
        <source>The name was saved.</source>
        <translation>Đã lưu tên.</translation>
    </message>
</context>
<context>
    <name>Targets</name>
    <message numerus="yes">
        <source>%n nearly</source>
        <translation>
            <numerusform>%n gần đạt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not reached</source>
        <translation>
            <numerusform>%n chưa đạt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reached</source>
        <translation>
            <numerusform>%n đạt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n target(s)</source>
        <translation>
            <numerusform>%n chỉ tiêu</numerusform>
        </translation>
    </message>
    <message>
        <source>A yes-or-no target has no chart.</source>
        <translation>Chỉ tiêu đạt hoặc không đạt thì không có biểu đồ.</translation>
    </message>
    <message>
        <source>Add targets to the plan</source>
        <translation>Thêm chỉ tiêu vào kế hoạch</translation>
    </message>
    <message>
        <source>Chart and notes</source>
        <translation>Biểu đồ và ghi chú</translation>
    </message>
    <message>
        <source>Chart of the target</source>
        <translation>Biểu đồ chỉ tiêu</translation>
    </message>
    <message>
        <source>Choose a target.</source>
        <translation>Chọn một chỉ tiêu.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Copy and paste cells as in Excel</source>
        <translation>Chép và dán ô như trong Excel</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Sửa lại</translation>
    </message>
    <message>
        <source>Edit the figure</source>
        <translation>Sửa số liệu</translation>
    </message>
    <message>
        <source>First half</source>
        <translation>6 tháng đầu</translation>
    </message>
    <message>
        <source>Half-years and year</source>
        <translation>6 tháng và năm</translation>
    </message>
    <message>
        <source>Keep and explain</source>
        <translation>Giữ và giải thích</translation>
    </message>
    <message>
        <source>Keep the figure, next target</source>
        <translation>Giữ số này, sang chỉ tiêu sau</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Năm trước</translation>
    </message>
    <message>
        <source>Lay down the periods</source>
        <translation>Lập các kỳ báo cáo</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>ĐVT</translation>
    </message>
    <message>
        <source>M{n}</source>
        <translation>T{n}</translation>
    </message>
    <message>
        <source>Nearly</source>
        <translation>Gần đạt</translation>
    </message>
    <message>
        <source>No figure has been entered yet.</source>
        <translation>Chưa nhập số liệu nào.</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Chưa đạt</translation>
    </message>
    <message>
        <source>Note on {period}</source>
        <translation>Ghi chú {period}</translation>
    </message>
    <message>
        <source>Open the target in the plan</source>
        <translation>Mở chỉ tiêu trong kế hoạch</translation>
    </message>
    <message>
        <source>Percent of the plan</source>
        <translation>Tỷ lệ % so với kế hoạch năm</translation>
    </message>
    <message>
        <source>Periods</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Kế hoạch</translation>
    </message>
    <message>
        <source>Quarter {n}</source>
        <translation>Quý {n}</translation>
    </message>
    <message>
        <source>Quarters</source>
        <translation>Quý</translation>
    </message>
    <message>
        <source>Reached so far</source>
        <translation>Đạt đến nay</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Đạt</translation>
    </message>
    <message>
        <source>Receive a bundle</source>
        <translation>Nhận gói dữ liệu</translation>
    </message>
    <message>
        <source>Recent months</source>
        <translation>Các tháng gần nhất</translation>
    </message>
    <message>
        <source>Reported until {day}</source>
        <translation>Số liệu đến {day}</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Đánh giá</translation>
    </message>
    <message>
        <source>Second half</source>
        <translation>6 tháng cuối</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Nguồn: {source}</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Targets of {year}</source>
        <translation>Chỉ tiêu năm {year}</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>The reporting periods of {year} are not laid down.</source>
        <translation>Chưa lập các kỳ báo cáo năm {year}.</translation>
    </message>
    <message>
        <source>The reporting periods of {year} have not come from the upper level.</source>
        <translation>Chưa nhận các kỳ báo cáo năm {year} của cấp trên.</translation>
    </message>
    <message>
        <source>There are no targets of {year} yet. Add them to the plan, or paste them from Excel there.</source>
        <translation>Chưa có chỉ tiêu năm {year}. Thêm vào kế hoạch, hoặc dán từ Excel vào đó.</translation>
    </message>
    <message>
        <source>This unit has sent no targets of {year}.</source>
        <translation>Đơn vị này chưa gửi chỉ tiêu năm {year}.</translation>
    </message>
    <message>
        <source>To date</source>
        <translation>Đến nay</translation>
    </message>
    <message>
        <source>Twelve months</source>
        <translation>12 tháng</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Whole year</source>
        <translation>Cả năm</translation>
    </message>
    <message>
        <source>Why is it right?</source>
        <translation>Vì sao số này đúng?</translation>
    </message>
    <message>
        <source>no figure yet</source>
        <translation>chưa có số liệu</translation>
    </message>
    <message>
        <source>no</source>
        <translation>không</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>chỉ xem</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>có</translation>
    </message>
    <message>
        <source>{target}, {period}: {value}, before it {before}. Is this figure right?</source>
        <translation>{target}, {period}: {value}, kỳ trước {before}. Số này có đúng không?</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>Overdue</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>Due in 7 days</source>
        <translation>Đến hạn 7 ngày</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n ngày</numerusform>
        </translation>
    </message>
    <message>
        <source>All of this week&apos;s work has been reviewed.</source>
        <translation>Đã rà hết việc tuần này.</translation>
    </message>
    <message>
        <source>All units have sent in this period.</source>
        <translation>Mọi đơn vị đã nộp kỳ này.</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Người sửa</translation>
    </message>
    <message>
        <source>Changed rows</source>
        <translation>Dòng thay đổi</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hạn</translation>
    </message>
    <message>
        <source>Everything has been sent and received.</source>
        <translation>Đã gửi hết và nơi nhận đã nhận đủ.</translation>
    </message>
    <message>
        <source>Everything the upper level asks for is in the plan.</source>
        <translation>Mọi yêu cầu của cấp trên đã có trong kế hoạch.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Thứ Sáu</translation>
    </message>
    <message>
        <source>From card to card</source>
        <translation>Chuyển giữa các thẻ</translation>
    </message>
    <message>
        <source>Go to pairing</source>
        <translation>Mở trang Ghép nối</translation>
    </message>
    <message>
        <source>In dispute</source>
        <translation>Nội dung xung đột</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Chủ trì</translation>
    </message>
    <message>
        <source>Longest late</source>
        <translation>Quá hạn lâu nhất</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Thứ Hai</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Chưa lần nào</translation>
    </message>
    <message>
        <source>Newest bundle</source>
        <translation>Gói gần nhất</translation>
    </message>
    <message>
        <source>No bundle has been received in this period.</source>
        <translation>Kỳ này chưa nhận gói nào.</translation>
    </message>
    <message>
        <source>No computer of a unit below is enrolled yet, so no bundle can come.</source>
        <translation>Chưa ghép nối máy nào của đơn vị trực thuộc nên chưa nhận gói được.</translation>
    </message>
    <message>
        <source>No conflicts.</source>
        <translation>Không có xung đột.</translation>
    </message>
    <message>
        <source>No unit has overdue work.</source>
        <translation>Không đơn vị nào có việc quá hạn.</translation>
    </message>
    <message>
        <source>No unit has sent its plan yet.</source>
        <translation>Chưa đơn vị nào nộp kế hoạch.</translation>
    </message>
    <message>
        <source>Not updated this week</source>
        <translation>Chưa cập nhật tuần này</translation>
    </message>
    <message>
        <source>This computer is not enrolled yet, so no bundle can be sent or received. Work can be entered all the same.</source>
        <translation>Máy này chưa ghép nối nên chưa gửi, nhận gói được. Nhập liệu thì vẫn bình thường.</translation>
    </message>
    <message>
        <source>this period began on {day}</source>
        <translation>kỳ này bắt đầu từ {day}</translation>
    </message>
    <message>
        <source>{weekday}, {day}</source>
        <translation>{weekday}, {day}</translation>
    </message>
    <message>
        <source>New from the upper level</source>
        <translation>Việc mới từ cấp trên</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Chưa gửi</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Xung đột</translation>
    </message>
    <message>
        <source>Nothing is due within 7 days.</source>
        <translation>Không có việc đến hạn trong 7 ngày.</translation>
    </message>
    <message>
        <source>Nothing is overdue.</source>
        <translation>Không có việc quá hạn.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Gói số</translation>
    </message>
    <message>
        <source>Open the row where it can be worked on</source>
        <translation>Mở dòng để xử lý</translation>
    </message>
    <message>
        <source>Open the year&apos;s plan</source>
        <translation>Mở kế hoạch năm</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Kế hoạch</translation>
    </message>
    <message>
        <source>Receive bundles</source>
        <translation>Nhận gói dữ liệu</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Thứ Bảy</translation>
    </message>
    <message>
        <source>See the consolidation</source>
        <translation>Xem bảng tổng hợp</translation>
    </message>
    <message>
        <source>Send to the upper level</source>
        <translation>Gửi cấp trên</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Chủ nhật</translation>
    </message>
    <message>
        <source>Taken at</source>
        <translation>Nhận lúc</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Nhiệm vụ</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Việc</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>The task that is latest</source>
        <translation>Việc quá hạn lâu nhất</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Thứ Năm</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Thứ Ba</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Units that have not sent</source>
        <translation>Đơn vị chưa gửi</translation>
    </message>
    <message>
        <source>Bundles received</source>
        <translation>Gói đã nhận</translation>
    </message>
    <message>
        <source>Plans received</source>
        <translation>Kế hoạch đã nhận</translation>
    </message>
    <message>
        <source>Overdue tasks</source>
        <translation>Việc quá hạn</translation>
    </message>
    <message>
        <source>Update this week</source>
        <translation>Cập nhật tuần này</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Thứ Tư</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>Yêu cầu</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Khi nào</translation>
    </message>
    <message>
        <source>shown below</source>
        <translation>đang hiện bên dưới</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message numerus="yes">
        <source>%n bundle(s) could be taken now.</source>
        <translation>
            <numerusform>Đã nhận được %n gói.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A computer of this unit is %n day(s) ahead of this one.</source>
        <translation>
            <numerusform>Đồng hồ một máy của đơn vị này nhanh hơn máy này %n ngày.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A computer of this unit is %n day(s) behind this one.</source>
        <translation>
            <numerusform>Đồng hồ một máy của đơn vị này chậm hơn máy này %n ngày.</numerusform>
        </translation>
    </message>
    <message>
        <source>Both rows are kept. Give one of them another code, so that reports can be read.</source>
        <translation>Cả hai dòng đều được giữ. Hãy đổi mã một dòng để báo cáo khỏi nhầm.</translation>
    </message>
    <message>
        <source>Bring the parent back</source>
        <translation>Khôi phục mục chứa</translation>
    </message>
    <message>
        <source>Bring the parent back, or give the row another one.</source>
        <translation>Khôi phục mục chứa dòng này, hoặc chuyển dòng sang mục khác.</translation>
    </message>
    <message>
        <source>Bundles kept aside</source>
        <translation>Các gói đang chờ</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Đồng hồ</translation>
    </message>
    <message>
        <source>Code given twice</source>
        <translation>Trùng mã</translation>
    </message>
    <message>
        <source>Copied computer</source>
        <translation>Máy bị sao chép</translation>
    </message>
    <message>
        <source>Every bundle from here asks for it until it comes.</source>
        <translation>Mọi gói gửi đi đều xin tệp này cho đến khi nhận được.</translation>
    </message>
    <message>
        <source>File not arrived</source>
        <translation>Tệp chưa đến</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Nơi gửi</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>Bỏ gói này</translation>
    </message>
    <message>
        <source>Go to pairing</source>
        <translation>Mở trang Ghép nối</translation>
    </message>
    <message>
        <source>Install the newer program from the upper office&apos;s stick; then the bundle is taken by itself.</source>
        <translation>Cài phiên bản Sổ Sen mới hơn từ USB của cấp trên; khi đó gói tự được nhận.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Last tried {moment}. It is tried again by itself.</source>
        <translation>Thử lần cuối {moment}. Sổ Sen sẽ tự thử lại.</translation>
    </message>
    <message>
        <source>No bundle waits. What came was taken or refused.</source>
        <translation>Không có gói nào đang chờ. Gói đến đều đã được nhận hoặc từ chối.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Nothing is lost; both go on under names of their own. Find out which computer was copied, and have one of them enrolled anew.</source>
        <translation>Không mất gì; mỗi máy tiếp tục dưới tên riêng. Hãy tìm xem máy nào bị sao chép và ghép nối lại một máy.</translation>
    </message>
    <message>
        <source>Open the row</source>
        <translation>Mở dòng</translation>
    </message>
    <message>
        <source>Send your bundle to this unit and take its next one: the work of both computers is kept. Then have one of the two enrolled anew.</source>
        <translation>Hãy gửi gói của bạn cho đơn vị này rồi nhận gói kế tiếp của họ: phần việc của cả hai máy đều được giữ. Sau đó ghép nối lại một trong hai máy.</translation>
    </message>
    <message>
        <source>Set the date in the corner of the screen. Nothing is lost: the order of work does not follow the clock, only printed days do.</source>
        <translation>Chỉnh lại ngày giờ ở góc màn hình. Không mất gì: thứ tự công việc không dựa vào đồng hồ, chỉ ngày in ra bị sai.</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Từ lúc</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Dung lượng</translation>
    </message>
    <message>
        <source>Telephone the unit and have it set its clock; its work is taken all the same.</source>
        <translation>Gọi đơn vị chỉnh lại đồng hồ; dữ liệu của họ vẫn được nhận.</translation>
    </message>
    <message>
        <source>The computer that wrote it is not in the list. Once it is enrolled, the bundle is taken by itself.</source>
        <translation>Máy ghi gói chưa có trong danh bạ máy. Khi máy được ghép nối, gói tự được nhận.</translation>
    </message>
    <message>
        <source>The next bundle of this sender holds what is missing. Send yours first: it tells what you have.</source>
        <translation>Gói kế tiếp của nơi gửi sẽ có phần còn thiếu. Hãy gửi gói của bạn trước: gói đó cho biết bạn đang có gì.</translation>
    </message>
    <message>
        <source>The parent is back.</source>
        <translation>Đã khôi phục mục chứa.</translation>
    </message>
    <message>
        <source>The row is kept. Ask its unit to bring the parent back, or to give the row another one.</source>
        <translation>Dòng vẫn được giữ. Hãy đề nghị đơn vị có dòng này khôi phục mục chứa, hoặc chuyển dòng sang mục khác.</translation>
    </message>
    <message>
        <source>The row is kept. It finds its place when the parent arrives with a bundle.</source>
        <translation>Dòng vẫn được giữ và sẽ về đúng chỗ khi mục chứa đến theo gói.</translation>
    </message>
    <message>
        <source>The value is kept as it came, but this field cannot show it. Enter the right one in the row.</source>
        <translation>Giá trị được giữ nguyên như lúc nhận, nhưng ô này không hiện được. Hãy nhập giá trị đúng vào dòng.</translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock differs by %n day(s) from what others send.</source>
        <translation>
            <numerusform>Đồng hồ máy này lệch %n ngày so với các máy gửi đến.</numerusform>
        </translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Cần xem</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>Thử lại ngay</translation>
    </message>
    <message>
        <source>Trying what waits</source>
        <translation>Đang thử lại các gói chờ</translation>
    </message>
    <message>
        <source>Two computers of this unit write under one name: one is a copy of the other&apos;s disk.</source>
        <translation>Hai máy của đơn vị này ghi dưới cùng một tên: máy này là bản sao ổ đĩa của máy kia.</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Value not shown</source>
        <translation>Giá trị không hiện được</translation>
    </message>
    <message>
        <source>Waits for its parent</source>
        <translation>Chờ mục chứa</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Why it waits</source>
        <translation>Vì sao chờ</translation>
    </message>
    <message>
        <source>unknown computer</source>
        <translation>máy chưa biết</translation>
    </message>
    <message>
        <source>{code}: {titles}</source>
        <translation>{code}: {titles}</translation>
    </message>
    <message>
        <source>{title}: its parent has not arrived</source>
        <translation>{title}: mục chứa dòng này chưa đến</translation>
    </message>
    <message>
        <source>{title}: its parent was deleted ({parent})</source>
        <translation>{title}: mục chứa dòng này đã bị xóa ({parent})</translation>
    </message>
    <message>
        <source>{title}: {field} is “{value}”</source>
        <translation>{title}: {field} là “{value}”</translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s) closed: all that they hold had come another way.</source>
        <translation>
            <numerusform>%n gói đã được đóng: mọi nội dung đã về bằng gói khác.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing needs a look. Codes used twice, rows without their parent and missing files are shown here.</source>
        <translation>Không có gì cần xem. Mã bị trùng, dòng mất mục chứa và tệp còn thiếu sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>made {moment}</source>
        <translation>ghi lúc {moment}</translation>
    </message>
</context>
<context>
    <name>Weekly</name>
    <message>
        <source>Not assigned</source>
        <translation>Chưa giao</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Code; ticked once it was reviewed this week</source>
        <translation>Mã; có dấu khi tuần này đã rà</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Nhiệm vụ</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Chủ trì</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hạn</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Done on</source>
        <translation>Ngày xong</translation>
    </message>
    <message>
        <source>Result this period</source>
        <translation>Kết quả kỳ này</translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation>Vướng mắc</translation>
    </message>
    <message>
        <source>All {total} reviewed</source>
        <translation>Đã rà đủ {total}</translation>
    </message>
    <message>
        <source>{done} of {total} reported on</source>
        <translation>đã báo {done}/{total} việc</translation>
    </message>
    <message>
        <source>{done}/{total} reviewed</source>
        <translation>Đã rà {done}/{total}</translation>
    </message>
    <message>
        <source>Enter next task</source>
        <translation>Enter việc tiếp</translation>
    </message>
    <message>
        <source>F2 write a note</source>
        <translation>F2 ghi kết quả</translation>
    </message>
    <message>
        <source>Ctrl+D as above</source>
        <translation>Ctrl+D như dòng trên</translation>
    </message>
    <message>
        <source>This week&apos;s work</source>
        <translation>Việc tuần này</translation>
    </message>
    <message>
        <source>Which days</source>
        <translation>Khoảng thời gian</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Tuần này</translation>
    </message>
    <message>
        <source>Until the cut-off</source>
        <translation>Đến ngày chốt</translation>
    </message>
    <message>
        <source>Open the year&apos;s plan</source>
        <translation>Mở kế hoạch năm</translation>
    </message>
    <message>
        <source>Next task</source>
        <translation>Việc tiếp theo</translation>
    </message>
    <message>
        <source>Write what came of it, or what blocks it</source>
        <translation>Ghi kết quả hoặc vướng mắc</translation>
    </message>
    <message>
        <source>The same as the task above</source>
        <translation>Giống việc ở trên</translation>
    </message>
    <message>
        <source>Today&apos;s date</source>
        <translation>Ngày hôm nay</translation>
    </message>
    <message>
        <source>Open the task in the plan</source>
        <translation>Mở việc trong kế hoạch</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>trễ %n ngày</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>còn %n ngày</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) too late</source>
        <translation>
            <numerusform>muộn %n ngày</numerusform>
        </translation>
    </message>
    <message>
        <source>Go through the month&apos;s work</source>
        <translation>Rà việc tháng</translation>
    </message>
    <message>
        <source>Monday {first} to Sunday {last}</source>
        <translation>Thứ Hai {first} đến Chủ nhật {last}</translation>
    </message>
    <message>
        <source>No work is due this week.</source>
        <translation>Tuần này không có việc đến hạn.</translation>
    </message>
    <message>
        <source>No work is due until the cut-off.</source>
        <translation>Đến ngày chốt không có việc đến hạn.</translation>
    </message>
    <message>
        <source>Nothing was due or reported on in this period.</source>
        <translation>Kỳ này không có việc đến hạn và chưa ghi kết quả nào.</translation>
    </message>
    <message>
        <source>This period is only looked at. Alt+Home goes back to the present one.</source>
        <translation>Kỳ này chỉ để xem. Bấm Alt+Home để về kỳ hiện tại rồi cập nhật.</translation>
    </message>
    <message>
        <source>Work of month {number}/{year}</source>
        <translation>Việc của tháng {number}/{year}</translation>
    </message>
    <message>
        <source>no reporting period has been received yet</source>
        <translation>chưa nhận kỳ báo cáo nào</translation>
    </message>
    <message>
        <source>read only: reports go to the present period</source>
        <translation>chỉ xem: kết quả ghi vào kỳ hiện tại</translation>
    </message>
    <message>
        <source>reports go to month {number}/{year}</source>
        <translation>kết quả ghi vào kỳ tháng {number}/{year}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} đến {last}</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Chưa làm</translation>
    </message>
    <message>
        <source>Doing</source>
        <translation>Đang làm</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Vướng</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hôm nay</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message numerus="yes">
        <source>%n enrolled unit(s) follow by themselves with your next bundle, without a call.</source>
        <translation>
            <numerusform>%n đơn vị đã ghép nối sẽ tự nhận khóa mới của cơ quan cùng gói kế tiếp, không cần gọi điện.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) in the list</source>
        <translation>
            <numerusform>Danh sách có %n đơn vị</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) read</source>
        <translation>
            <numerusform>Đã đọc %n đơn vị</numerusform>
        </translation>
    </message>
    <message>
        <source>A computer that was enrolled after the backup must be enrolled once more.</source>
        <translation>Máy nào được ghép nối sau bản sao lưu thì phải ghép nối lại.</translation>
    </message>
    <message>
        <source>A file sosen-….db on a stick or another computer, or the file sosen.db on the disk of the old one. The key alone brings no data back: without any backup, begin an upper office anew.</source>
        <translation>Tệp sosen-….db trên USB hoặc máy khác, hoặc tệp sosen.db trên ổ đĩa của máy cũ. Chỉ có khóa thì không lấy lại được dữ liệu: nếu không còn bản sao lưu nào, hãy lập cơ quan cấp trên lại từ đầu.</translation>
    </message>
    <message>
        <source>A file whose name ends in khoa-du-phong.txt, or the paper in the envelope: {groups} groups of letters and digits. Capitals and spaces do not matter.</source>
        <translation>Tệp có tên kết thúc bằng khoa-du-phong.txt, hoặc tờ giấy trong phong bì: {groups} nhóm chữ và số. Gõ hoa hay thường, có hay không có dấu cách đều được.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Bản sao lưu</translation>
    </message>
    <message>
        <source>Backups and data of Sổ Sen (sosen*.db);;All files (*)</source>
        <translation>Bản sao lưu và dữ liệu Sổ Sen (sosen*.db);;Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Begin an upper office</source>
        <translation>Bắt đầu ở cấp trên</translation>
    </message>
    <message>
        <source>Begin on this computer</source>
        <translation>Bắt đầu trên máy này</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Chọn bản sao lưu</translation>
    </message>
    <message>
        <source>Choose a backup…</source>
        <translation>Chọn bản sao lưu…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Chọn thư mục…</translation>
    </message>
    <message>
        <source>Choose the key file…</source>
        <translation>Chọn tệp khóa…</translation>
    </message>
    <message>
        <source>Choose the list…</source>
        <translation>Chọn danh sách…</translation>
    </message>
    <message>
        <source>Choose your unit</source>
        <translation>Chọn đơn vị của bạn</translation>
    </message>
    <message>
        <source>Code of this office</source>
        <translation>Mã cơ quan này</translation>
    </message>
    <message>
        <source>Commune level</source>
        <translation>Cấp xã</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Thư mục dữ liệu</translation>
    </message>
    <message>
        <source>File with the spare key</source>
        <translation>Tệp chứa khóa dự phòng</translation>
    </message>
    <message>
        <source>First read the list of units, below</source>
        <translation>Hãy đọc danh sách đơn vị bằng nút bên dưới</translation>
    </message>
    <message>
        <source>From a commune&apos;s plan to the district&apos;s table, without a network.</source>
        <translation>Từ kế hoạch của xã đến bảng tổng hợp của cấp trên, không cần mạng.</translation>
    </message>
    <message>
        <source>Group {number} (“{letters}”)</source>
        <translation>Nhóm {number} (“{letters}”)</translation>
    </message>
    <message>
        <source>Is the upper office&apos;s computer lost or broken?</source>
        <translation>Máy của cơ quan cấp trên bị mất hoặc hỏng?</translation>
    </message>
    <message>
        <source>Issue programmes, receive the bundles of the communes, add up what they hold.</source>
        <translation>Ban hành chương trình, nhận gói dữ liệu của các xã, tổng hợp số liệu.</translation>
    </message>
    <message>
        <source>Keep the year&apos;s plan, update its tasks every week, send bundles to the district.</source>
        <translation>Giữ kế hoạch năm, cập nhật việc hằng tuần, gửi gói dữ liệu lên cấp trên.</translation>
    </message>
    <message>
        <source>List of units (*.donvi);;All files (*)</source>
        <translation>Danh sách đơn vị (*.donvi);;Mọi tệp (*)</translation>
    </message>
    <message>
        <source>List of units</source>
        <translation>Danh sách đơn vị</translation>
    </message>
    <message>
        <source>Looking at the sticks</source>
        <translation>Đang xem các USB</translation>
    </message>
    <message>
        <source>Make new keys and enrol again</source>
        <translation>Tạo khóa mới và ghép nối lại</translation>
    </message>
    <message>
        <source>Making new keys</source>
        <translation>Đang tạo khóa mới</translation>
    </message>
    <message>
        <source>Making the office&apos;s data and keys</source>
        <translation>Đang tạo dữ liệu và khóa của cơ quan</translation>
    </message>
    <message>
        <source>Making the sample year</source>
        <translation>Đang tạo năm mẫu</translation>
    </message>
    <message>
        <source>Name of this computer</source>
        <translation>Tên máy này</translation>
    </message>
    <message>
        <source>Name of this office</source>
        <translation>Tên cơ quan này</translation>
    </message>
    <message>
        <source>No backup has been chosen</source>
        <translation>Chưa chọn bản sao lưu</translation>
    </message>
    <message>
        <source>No unit below was enrolled when the backup was made.</source>
        <translation>Lúc làm bản sao lưu chưa có đơn vị trực thuộc nào ghép nối.</translation>
    </message>
    <message>
        <source>Open data on this computer</source>
        <translation>Mở dữ liệu trên máy này</translation>
    </message>
    <message>
        <source>Open the data of your commune that is on this computer.</source>
        <translation>Mở dữ liệu của xã đã có trên máy này.</translation>
    </message>
    <message>
        <source>Open the data of your office that is on this computer.</source>
        <translation>Mở dữ liệu của cơ quan đã có trên máy này.</translation>
    </message>
    <message>
        <source>Open the sample year</source>
        <translation>Mở năm mẫu</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Read from {file}; it is whole.</source>
        <translation>Đã đọc từ {file}; khóa nguyên vẹn.</translation>
    </message>
    <message>
        <source>Read the list from the stick</source>
        <translation>Đọc danh sách trên USB</translation>
    </message>
    <message>
        <source>Reading and checking the backup</source>
        <translation>Đang đọc và kiểm tra bản sao lưu</translation>
    </message>
    <message>
        <source>Reading and writing</source>
        <translation>Đang đọc và ghi</translation>
    </message>
    <message>
        <source>Recover an office with its spare key</source>
        <translation>Khôi phục cơ quan bằng khóa dự phòng</translation>
    </message>
    <message>
        <source>Recover the office</source>
        <translation>Khôi phục cơ quan</translation>
    </message>
    <message>
        <source>Recover {office} on this computer?</source>
        <translation>Khôi phục {office} trên máy này?</translation>
    </message>
    <message>
        <source>No slip so far: {typed} of {letters} characters.</source>
        <translation>Chưa thấy sai: đã gõ {typed} trên {letters} ký tự.</translation>
    </message>
    <message>
        <source>See the sample year</source>
        <translation>Xem năm mẫu</translation>
    </message>
    <message>
        <source>Spare key (*khoa-du-phong*.txt);;All files (*)</source>
        <translation>Khóa dự phòng (*khoa-du-phong*.txt);;Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Spare key</source>
        <translation>Khóa dự phòng</translation>
    </message>
    <message>
        <source>The backup of the office&apos;s data</source>
        <translation>Bản sao lưu dữ liệu của cơ quan</translation>
    </message>
    <message>
        <source>The computer that enrols others was stolen, burnt or broke down. With the spare key and a backup this computer takes its place.</source>
        <translation>Máy duyệt ghép nối của cơ quan bị mất trộm, bị cháy hoặc hỏng. Có khóa dự phòng và bản sao lưu, máy này sẽ thay máy đó.</translation>
    </message>
    <message>
        <source>The folder that holds the file sosen.db</source>
        <translation>Thư mục chứa tệp sosen.db</translation>
    </message>
    <message>
        <source>The key fits. Nothing was entered in this backup yet.</source>
        <translation>Khóa khớp với bản sao lưu. Bản sao lưu này chưa có dữ liệu nào.</translation>
    </message>
    <message>
        <source>The key fits. The newest entry in the backup: {when}.</source>
        <translation>Khóa khớp với bản sao lưu. Lần nhập cuối trong bản sao lưu: {when}.</translation>
    </message>
    <message>
        <source>The key is typed without a mistake.</source>
        <translation>Khóa đã gõ đúng.</translation>
    </message>
    <message>
        <source>The spare key from the safe</source>
        <translation>Khóa dự phòng cất trong két</translation>
    </message>
    <message>
        <source>The upper office gives its list of units on a stick: a file whose name ends in .donvi.</source>
        <translation>Cấp trên đưa danh sách đơn vị trên USB: tệp có tên kết thúc bằng .donvi.</translation>
    </message>
    <message>
        <source>This computer gets new keys and enrols others from now on. The root key that was lost and this spare key count no more; a new spare key waits for the safe.</source>
        <translation>Máy này có khóa mới và từ nay duyệt ghép nối các máy khác. Khóa gốc đã mất và khóa dự phòng này hết hiệu lực; có khóa dự phòng mới để cất két.</translation>
    </message>
    <message>
        <source>Three characters or more are mistyped. Compare every group with the paper.</source>
        <translation>Có từ ba ký tự gõ sai trở lên. Hãy so lại từng nhóm với tờ giấy.</translation>
    </message>
    <message>
        <source>Tháp Mười in 2022 with thirteen communes. Try everything; nothing can be spoiled.</source>
        <translation>Tháp Mười năm 2022 với 13 xã, thị trấn. Cứ thử mọi thứ, không sợ hỏng.</translation>
    </message>
    <message>
        <source>Type it from the paper: {example}</source>
        <translation>Gõ theo tờ giấy: {example}</translation>
    </message>
    <message>
        <source>Under this code since</source>
        <translation>Mang mã này từ ngày</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Units below, a line each</source>
        <translation>Đơn vị trực thuộc, mỗi dòng một đơn vị</translation>
    </message>
    <message>
        <source>Upper level</source>
        <translation>Cấp trên</translation>
    </message>
    <message>
        <source>What the units sent after the backup comes again with their next bundles. What was written at the office itself after the backup is to be written again.</source>
        <translation>Những gì các đơn vị gửi sau bản sao lưu sẽ đến lại cùng các gói kế tiếp. Những gì chính cơ quan nhập sau bản sao lưu thì phải nhập lại.</translation>
    </message>
    <message>
        <source>What was written after this moment is not in the backup.</source>
        <translation>Những gì nhập sau thời điểm này không có trong bản sao lưu.</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>Điều sẽ xảy ra</translation>
    </message>
    <message>
        <source>Which computers of the office are gone?</source>
        <translation>Máy nào của cơ quan không còn nữa?</translation>
    </message>
    <message>
        <source>Work can begin at once. Afterwards the page Pairing leads through enrolment, so that bundles can be sent and received.</source>
        <translation>Có thể làm việc ngay. Sau đó trang Ghép nối hướng dẫn từng bước để gửi và nhận gói.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Họ tên của bạn</translation>
    </message>
    <message>
        <source>as the commune of Phú Điền</source>
        <translation>Vào vai xã Phú Điền</translation>
    </message>
    <message>
        <source>as the district of Tháp Mười</source>
        <translation>Vào vai huyện Tháp Mười</translation>
    </message>
    <message>
        <source>{label}, on which the backup was made: nothing new is taken from it any more</source>
        <translation>{label} (máy đã làm bản sao lưu): không nhận gì mới từ máy này nữa</translation>
    </message>
    <message>
        <source>{label}: nothing new is taken from it any more</source>
        <translation>{label}: không nhận gì mới từ máy này nữa</translation>
    </message>
    <message>
        <source>{typed} characters were typed, the key has {letters}: one or more stand twice.</source>
        <translation>Đã gõ {typed} ký tự, khóa chỉ có {letters}: có ký tự bị gõ thừa.</translation>
    </message>
    <message>
        <source>{where}: no key has the digit 1 or the letters B, I, O. Look at the paper once more.</source>
        <translation>{where}: khóa không có số 1 và các chữ B, I, O. Hãy nhìn lại tờ giấy.</translation>
    </message>
    <message>
        <source>{where}: something is mistyped here. Compare it with the paper.</source>
        <translation>{where}: chỗ này gõ sai. Hãy so lại với tờ giấy.</translation>
    </message>
    <message>
        <source>Begin at a commune</source>
        <translation>Bắt đầu ở cấp xã</translation>
    </message>
    <message>
        <source>Line {number} needs a unit&apos;s code and name: {text}</source>
        <translation>Dòng {number} cần có mã và tên đơn vị: {text}</translation>
    </message>
    <message>
        <source>This computer enrols the computers of the units below and receives their bundles. Paste the units from a spreadsheet, or type a line each: code, name, first day, telephone.</source>
        <translation>Máy này sẽ duyệt ghép nối cho các đơn vị trực thuộc và nhận gói của họ. Dán danh sách đơn vị từ Excel, hoặc gõ mỗi dòng một đơn vị: mã, tên, từ ngày, điện thoại.</translation>
    </message>
</context>
</TS>
