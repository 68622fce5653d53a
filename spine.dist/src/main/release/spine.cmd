@echo off
rem Runs spine. What it keeps lies in %SPINE_HOME%, the folder .spine of the user unless told otherwise. Never tried on Windows.
setlocal
if not defined SPINE_HOME set "SPINE_HOME=%USERPROFILE%\.spine"
if not defined OMP_NUM_THREADS set "OMP_NUM_THREADS=1"
if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=PASSIVE"

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if exist "%~dp0runtime\bin\java.exe" set "JAVA=%~dp0runtime\bin\java"
"%JAVA%" --version >nul 2>&1
if errorlevel 1 (
    echo spine: Java 17 or newer was not found; install it, or set JAVA_HOME to where it lies. 1>&2
    exit /b 1
)
"%JAVA%" -Xmx4g -XX:MaxNewSize=320m -XX:MetaspaceSize=128m -XX:+UseParallelGC -XX:+IgnoreUnrecognizedVMOptions ^
    --sun-misc-unsafe-memory-access=allow "-Dspine.home=%SPINE_HOME%" -jar "%~dp0lib\spine.app.jar" %*
