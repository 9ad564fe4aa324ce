<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
        <source>Total of %n unit(s)</source>
        <translation>
            <numerusform>Total of %n unit</numerusform>
            <numerusform>Total of %n units</numerusform>
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
    <name>Plan</name>
    <message numerus="yes">
        <source>%n breakthrough(s)</source>
        <translation>
            <numerusform>%n breakthrough</numerusform>
            <numerusform>%n breakthroughs</numerusform>
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
        <source>Due in %n day(s)</source>
        <translation>
            <numerusform>Due in %n day</numerusform>
            <numerusform>Due in %n days</numerusform>
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
        <source>done %n day(s) late</source>
        <translation>
            <numerusform>done %n day late</numerusform>
            <numerusform>done %n days late</numerusform>
        </translation>
    </message>
</context>
</TS>
