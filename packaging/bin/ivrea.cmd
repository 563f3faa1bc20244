@echo off
rem Starts the command line of Ivrea. Needs Java 25 or newer: in the folder runtime beside this one, in JAVA_HOME, or on
rem the PATH.
setlocal
set "APP=%~dp0.."
set "JAVA=java"
if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%IVREA_JAVA_HOME%\bin\java.exe" set "JAVA=%IVREA_JAVA_HOME%\bin\java.exe"
if exist "%APP%\runtime\bin\java.exe" set "JAVA=%APP%\runtime\bin\java.exe"
set "CACHE="
if exist "%APP%\lib\ivrea.aot" set CACHE="-XX:AOTCache=%APP%\lib\ivrea.aot" -Xlog:aot=off -Xlog:cds=off
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow %IVREA_JAVA_OPTIONS% %CACHE% -jar "%APP%\lib\ivrea-server.jar" %*
