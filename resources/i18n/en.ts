<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Bundles</name>
    <message numerus="yes">
        <source>%n assignment(s)</source>
        <translation>
            <numerusform>%n assignment</numerusform>
            <numerusform>%n assignments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attached file(s) arrived.</source>
        <translation>
            <numerusform>%n attached file arrived.</numerusform>
            <numerusform>%n attached files arrived.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s) brought no new record; what the sender has received is noted.</source>
        <translation>
            <numerusform>%n bundle brought no new record; what the sender has received is noted.</numerusform>
            <numerusform>%n bundles brought no new record; what the sender has received is noted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s) taken, {rows} rows, counted again from the data.</source>
        <translation>
            <numerusform>%n bundle taken, {rows} rows, counted again from the data.</numerusform>
            <numerusform>%n bundles taken, {rows} rows, counted again from the data.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s)</source>
        <translation>
            <numerusform>%n bundle</numerusform>
            <numerusform>%n bundles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s), printed {moment}</source>
        <translation>
            <numerusform>%n bundle, printed {moment}</numerusform>
            <numerusform>%n bundles, printed {moment}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not confirmed yet: {parts}.</source>
        <translation>
            <numerusform>%n change not confirmed yet: {parts}.</numerusform>
            <numerusform>%n changes not confirmed yet: {parts}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deadline extension(s)</source>
        <translation>
            <numerusform>%n deadline extension</numerusform>
            <numerusform>%n deadline extensions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries of lists</source>
        <translation>
            <numerusform>%n entries of lists</numerusform>
            <numerusform>%n entries of lists</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) of targets</source>
        <translation>
            <numerusform>%n figure of targets</numerusform>
            <numerusform>%n figures of targets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held nothing new.</source>
        <translation>
            <numerusform>%n held nothing new.</numerusform>
            <numerusform>%n held nothing new.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept aside</source>
        <translation>
            <numerusform>%n kept aside</numerusform>
            <numerusform>%n kept aside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept aside; it is taken by itself later.</source>
        <translation>
            <numerusform>%n kept aside; it is taken by itself later.</numerusform>
            <numerusform>%n kept aside; they are taken by themselves later.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more row(s)</source>
        <translation>
            <numerusform>%n more row</numerusform>
            <numerusform>%n more rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new target(s)</source>
        <translation>
            <numerusform>%n new target</numerusform>
            <numerusform>%n new targets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new task(s)</source>
        <translation>
            <numerusform>%n new task</numerusform>
            <numerusform>%n new tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plan(s)</source>
        <translation>
            <numerusform>%n plan</numerusform>
            <numerusform>%n plans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n programme item(s) of the upper level</source>
        <translation>
            <numerusform>%n programme item of the upper level</numerusform>
            <numerusform>%n programme items of the upper level</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n programme item(s)</source>
        <translation>
            <numerusform>%n programme item</numerusform>
            <numerusform>%n programme items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n programme(s)</source>
        <translation>
            <numerusform>%n programme</numerusform>
            <numerusform>%n programmes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n progress update(s)</source>
        <translation>
            <numerusform>%n progress update</numerusform>
            <numerusform>%n progress updates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ready</source>
        <translation>
            <numerusform>%n ready</numerusform>
            <numerusform>%n ready</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused; choose one to read why.</source>
        <translation>
            <numerusform>%n refused; choose one to read why.</numerusform>
            <numerusform>%n refused; choose one to read why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) brought back</source>
        <translation>
            <numerusform>%n row brought back</numerusform>
            <numerusform>%n rows brought back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) deleted</source>
        <translation>
            <numerusform>%n row deleted</numerusform>
            <numerusform>%n rows deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of a newer version of the program</source>
        <translation>
            <numerusform>%n row of a newer version of the program</numerusform>
            <numerusform>%n rows of a newer version of the program</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n solution(s)</source>
        <translation>
            <numerusform>%n solution</numerusform>
            <numerusform>%n solutions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken</source>
        <translation>
            <numerusform>%n taken</numerusform>
            <numerusform>%n taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) edited</source>
        <translation>
            <numerusform>%n target edited</numerusform>
            <numerusform>%n targets edited</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n target(s)</source>
        <translation>
            <numerusform>%n target</numerusform>
            <numerusform>%n targets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) edited</source>
        <translation>
            <numerusform>%n task edited</numerusform>
            <numerusform>%n tasks edited</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) led by somebody else</source>
        <translation>
            <numerusform>%n task led by somebody else</numerusform>
            <numerusform>%n tasks led by somebody else</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) with another deadline</source>
        <translation>
            <numerusform>%n task with another deadline</numerusform>
            <numerusform>%n tasks with another deadline</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) with another status</source>
        <translation>
            <numerusform>%n task with another status</numerusform>
            <numerusform>%n tasks with another status</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) get no bundle: no computer there is enrolled.</source>
        <translation>
            <numerusform>%n unit gets no bundle: no computer there is enrolled.</numerusform>
            <numerusform>%n units get no bundle: no computer there is enrolled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) have confirmed nothing for more than 60 days.</source>
        <translation>
            <numerusform>%n unit has confirmed nothing for more than 60 days.</numerusform>
            <numerusform>%n units have confirmed nothing for more than 60 days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n unit</numerusform>
            <numerusform>%n units</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) differ from what is here. Both are kept until you choose.</source>
        <translation>
            <numerusform>%n value differs from what is here. Both are kept until you choose.</numerusform>
            <numerusform>%n values differ from what is here. Both are kept until you choose.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) in conflict.</source>
        <translation>
            <numerusform>%n value in conflict.</numerusform>
            <numerusform>%n values in conflict.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with conflicts</source>
        <translation>
            <numerusform>%n with conflicts</numerusform>
            <numerusform>%n with conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without news</source>
        <translation>
            <numerusform>%n without news</numerusform>
            <numerusform>%n without news</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About {size}, with %n attached file(s).</source>
        <translation>
            <numerusform>About {size}, with %n attached file.</numerusform>
            <numerusform>About {size}, with %n attached files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Brought receipts: %n bundle(s) sent from here have arrived.</source>
        <translation>
            <numerusform>Brought receipts: %n bundle sent from here has arrived.</numerusform>
            <numerusform>Brought receipts: %n bundles sent from here have arrived.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It brings %n attached file(s).</source>
        <translation>
            <numerusform>It brings %n attached file.</numerusform>
            <numerusform>It brings %n attached files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Receipts of {units}: %n bundle(s) sent from here have arrived.</source>
        <translation>
            <numerusform>Receipts of {units}: %n bundle sent from here has arrived.</numerusform>
            <numerusform>Receipts of {units}: %n bundles sent from here have arrived.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stick {name}: %n bundle(s)</source>
        <translation>
            <numerusform>Stick {name}: %n bundle</numerusform>
            <numerusform>Stick {name}: %n bundles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n ready bundle(s)</source>
        <translation>
            <numerusform>Take %n ready bundle</numerusform>
            <numerusform>Take %n ready bundles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The files fit into no single bundle: %n are written, and all of them go along.</source>
        <translation>
            <numerusform>The files fit into no single bundle: %n is written, and it goes along.</numerusform>
            <numerusform>The files fit into no single bundle: %n are written, and all of them go along.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To %n unit(s)</source>
        <translation>
            <numerusform>To %n unit</numerusform>
            <numerusform>To %n units</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write %n bundle(s)</source>
        <translation>
            <numerusform>Write %n bundle</numerusform>
            <numerusform>Write %n bundles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Written before: {facts}. Since then there are %n change(s).</source>
        <translation>
            <numerusform>Written before: {facts}. Since then there is %n change.</numerusform>
            <numerusform>Written before: {facts}. Since then there are %n changes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{units}: %n bundle(s), {size} together</source>
        <translation>
            <numerusform>{units}: %n bundle, {size}</numerusform>
            <numerusform>{units}: %n bundles, {size} together</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{unit} has confirmed nothing for %n day(s). Call and ask for the receipt code or a bundle.</source>
        <translation>
            <numerusform>{unit} has confirmed nothing for %n day. Call and ask for the receipt code or a bundle.</numerusform>
            <numerusform>{unit} has confirmed nothing for %n days. Call and ask for the receipt code or a bundle.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{unit}: the %n bundles belong together and all of them go along; each holds attached files that no other has.</source>
        <translation>
            <numerusform>{unit}: %n bundle; it goes along.</numerusform>
            <numerusform>{unit}: the %n bundles belong together and all of them go along; each holds attached files that no other has.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of evidence</source>
        <translation>
            <numerusform>%n file of evidence</numerusform>
            <numerusform>%n files of evidence</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Consolidation</name>
    <message numerus="yes">
        <source>%n bundle(s) received</source>
        <translation>
            <numerusform>%n bundle received</numerusform>
            <numerusform>%n bundles received</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n completed task(s)</source>
        <translation>
            <numerusform>%n completed task</numerusform>
            <numerusform>%n completed tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue task(s)</source>
        <translation>
            <numerusform>%n overdue task</numerusform>
            <numerusform>%n overdue tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n solution(s)</source>
        <translation>
            <numerusform>%n solution</numerusform>
            <numerusform>%n solutions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) reached</source>
        <translation>
            <numerusform>%n target reached</numerusform>
            <numerusform>%n targets reached</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n target(s)</source>
        <translation>
            <numerusform>%n target</numerusform>
            <numerusform>%n targets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) due soon</source>
        <translation>
            <numerusform>%n task due soon</numerusform>
            <numerusform>%n tasks due soon</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) in conflict</source>
        <translation>
            <numerusform>%n value in conflict</numerusform>
            <numerusform>%n values in conflict</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Due within %n day(s)</source>
        <translation>
            <numerusform>Due within %n day</numerusform>
            <numerusform>Due within %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Total of %n unit(s)</source>
        <translation>
            <numerusform>Total of %n unit</numerusform>
            <numerusform>Total of %n units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message numerus="yes">
        <source>Your data is as it was. %n bundle(s) written before are whole and count as sent; all else goes with the next writing.</source>
        <translation>
            <numerusform>Your data is as it was. %n bundle written before is whole and counts as sent; all else goes with the next writing.</numerusform>
            <numerusform>Your data is as it was. %n bundles written before are whole and count as sent; all else goes with the next writing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message numerus="yes">
        <source>%n file(s) of evidence</source>
        <translation>
            <numerusform>%n file of evidence</numerusform>
            <numerusform>%n files of evidence</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message numerus="yes">
        <source>%n change(s) not sent</source>
        <translation>
            <numerusform>%n change not sent</numerusform>
            <numerusform>%n changes not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In no bundle yet; %n change(s) altogether wait for a receipt</source>
        <translation>
            <numerusform>In no bundle yet; %n change altogether waits for a receipt</numerusform>
            <numerusform>In no bundle yet; %n changes altogether wait for a receipt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sent, %n change(s) not confirmed yet</source>
        <translation>
            <numerusform>Sent, %n change not confirmed yet</numerusform>
            <numerusform>Sent, %n changes not confirmed yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kit</name>
    <message numerus="yes">
        <source>%n cell(s) were not taken. First: row {row}, {column}: {reason}</source>
        <translation>
            <numerusform>%n cell was not taken. First: row {row}, {column}: {reason}</numerusform>
            <numerusform>%n cells were not taken. First: row {row}, {column}: {reason}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were left out because the table ends here.</source>
        <translation>
            <numerusform>%n line was left out because the table ends here.</numerusform>
            <numerusform>%n lines were left out because the table ends here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pairing</name>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <translation>
            <numerusform>%n day old</numerusform>
            <numerusform>%n days old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Enrolled. %n row(s) came with the first bundle.</source>
        <translation>
            <numerusform>Enrolled. %n row came with the first bundle.</numerusform>
            <numerusform>Enrolled. %n rows came with the first bundle.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message numerus="yes">
        <source>%n breakthrough(s)</source>
        <translation>
            <numerusform>%n breakthrough</numerusform>
            <numerusform>%n breakthroughs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) could not be read and stayed empty</source>
        <translation>
            <numerusform>%n cell could not be read and stayed empty</numerusform>
            <numerusform>%n cells could not be read and stayed empty</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deadline(s) extended</source>
        <translation>
            <numerusform>%n deadline extended</numerusform>
            <numerusform>%n deadlines extended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key task(s)</source>
        <translation>
            <numerusform>%n key task</numerusform>
            <numerusform>%n key tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) added</source>
        <translation>
            <numerusform>%n row added</numerusform>
            <numerusform>%n rows added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) deleted</source>
        <translation>
            <numerusform>%n row deleted</numerusform>
            <numerusform>%n rows deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n solution(s)</source>
        <translation>
            <numerusform>%n solution</numerusform>
            <numerusform>%n solutions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n target(s)</source>
        <translation>
            <numerusform>%n target</numerusform>
            <numerusform>%n targets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) added</source>
        <translation>
            <numerusform>%n task added</numerusform>
            <numerusform>%n tasks added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) deleted</source>
        <translation>
            <numerusform>%n task deleted</numerusform>
            <numerusform>%n tasks deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Due in %n day(s)</source>
        <translation>
            <numerusform>Due in %n day</numerusform>
            <numerusform>Due in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Extend the deadlines of %n task(s)</source>
        <translation>
            <numerusform>Extend the deadlines of %n task</numerusform>
            <numerusform>Extend the deadlines of %n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Overdue %n day(s)</source>
        <translation>
            <numerusform>Overdue %n day</numerusform>
            <numerusform>Overdue %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>put off %n time(s)</source>
        <translation>
            <numerusform>put off %n time</numerusform>
            <numerusform>put off %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Programme</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) added</source>
        <translation>
            <numerusform>%n item added</numerusform>
            <numerusform>%n items added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) deleted</source>
        <translation>
            <numerusform>%n item deleted</numerusform>
            <numerusform>%n items deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) added to the plan</source>
        <translation>
            <numerusform>%n task added to the plan</numerusform>
            <numerusform>%n tasks added to the plan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a task</source>
        <translation>
            <numerusform>%n without a task</numerusform>
            <numerusform>%n without a task</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n task(s)</source>
        <translation>
            <numerusform>Make %n task</numerusform>
            <numerusform>Make %n tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n unit</numerusform>
            <numerusform>%n units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Targets</name>
    <message numerus="yes">
        <source>%n nearly</source>
        <translation>
            <numerusform>%n nearly</numerusform>
            <numerusform>%n nearly</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not reached</source>
        <translation>
            <numerusform>%n not reached</numerusform>
            <numerusform>%n not reached</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reached</source>
        <translation>
            <numerusform>%n reached</numerusform>
            <numerusform>%n reached</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n target(s)</source>
        <translation>
            <numerusform>%n target</numerusform>
            <numerusform>%n targets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message numerus="yes">
        <source>%n bundle(s) closed: all that they hold had come another way.</source>
        <translation>
            <numerusform>%n bundle closed: all that it holds had come another way.</numerusform>
            <numerusform>%n bundles closed: all that they hold had come another way.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s) could be taken now.</source>
        <translation>
            <numerusform>%n bundle could be taken now.</numerusform>
            <numerusform>%n bundles could be taken now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A computer of this unit is %n day(s) ahead of this one.</source>
        <translation>
            <numerusform>A computer of this unit is %n day ahead of this one.</numerusform>
            <numerusform>A computer of this unit is %n days ahead of this one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A computer of this unit is %n day(s) behind this one.</source>
        <translation>
            <numerusform>A computer of this unit is %n day behind this one.</numerusform>
            <numerusform>A computer of this unit is %n days behind this one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock differs by %n day(s) from what others send.</source>
        <translation>
            <numerusform>This computer&apos;s clock differs by %n day from what others send.</numerusform>
            <numerusform>This computer&apos;s clock differs by %n days from what others send.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weekly</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) too late</source>
        <translation>
            <numerusform>%n day too late</numerusform>
            <numerusform>%n days too late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message numerus="yes">
        <source>%n enrolled unit(s) follow by themselves with your next bundle, without a call.</source>
        <translation>
            <numerusform>%n enrolled unit follows by itself with your next bundle, without a call.</numerusform>
            <numerusform>%n enrolled units follow by themselves with your next bundle, without a call.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) in the list</source>
        <translation>
            <numerusform>%n unit in the list</numerusform>
            <numerusform>%n units in the list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) read</source>
        <translation>
            <numerusform>%n unit read</numerusform>
            <numerusform>%n units read</numerusform>
        </translation>
    </message>
</context>
</TS>
