<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>%n picture(s) to come</source>
        <translation>
            <numerusform>%n picture to come</numerusform>
            <numerusform>%n pictures to come</numerusform>
        </translation>
    </message>
</context>
</TS>
