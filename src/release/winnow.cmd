@echo off
rem The command line of Winnow on Windows.
rem   JAVA_HOME         the Java to use, 17 or newer; without it, the java on the PATH
rem   WINNOW_JAVA_OPTS  further options for java
setlocal
for %%i in ("%~dp0..") do set "home=%%~fi"

set "java="
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
if not defined java for %%i in (java.exe) do set "java=%%~$PATH:i"
if not defined java (
  echo winnow: Java is missing: install Java 17 or newer, or set JAVA_HOME to it.>&2
  exit /b 2
)

rem Asked from its own folder, so that no quotes are needed. Java 8 calls itself 1.8.
for %%i in ("%java%") do pushd "%%~dpi"
set "version="
for /f "tokens=2,3" %%a in ('.\java.exe -version 2^>^&1') do if "%%~a"=="version" set "version=%%~b"
popd
set "major=0"
for /f "tokens=1 delims=.-+" %%a in ("%version%") do set "major=%%a"
if %major% lss 17 (
  echo winnow: Java 17 or newer is needed, but "%java%" is %version%. Set JAVA_HOME to a newer one.>&2
  exit /b 2
)

set "options=-Xshare:auto -Xlog:disable -XX:+DisplayVMOutputToStderr -XX:+IgnoreUnrecognizedVMOptions -XX:-UsePerfData"
rem Long runs gain from the second compiler and more threads; the others from a quick start.
set "speed=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
for %%c in (clean audit evaluate serve) do if "%~1"=="%%c" set "speed=-XX:+UseParallelGC"

"%java%" %options% %speed% %WINNOW_JAVA_OPTS% "-Dwinnow.home=%home%" -Dwinnow.program=winnow -jar "%home%\lib\winnow-start.jar" %*
exit /b %ERRORLEVEL%
