# Makes the designer's .msi. To be run on Windows with a JDK 25 or newer, Maven, and the WiX Toolset that jpackage asks for:
# 3.14, or 4 and later with its extensions WixToolset.Util.wixext and WixToolset.UI.wixext. Not run by the project's own checks.
#
# Usage: powershell -ExecutionPolicy Bypass -File packaging\windows\build.ps1
# Environment:
#   JAVA_HOME            names the JDK
#   SIGNING_THUMBPRINT   of a certificate in the user's store, by which signtool (of the Windows SDK, on the PATH) signs the
#                        .msi; without it the .msi is unsigned
#   SIGNING_TIMESTAMP    the address of the time stamp service of the certificate's authority; needed with the former
$ErrorActionPreference = 'Stop'
$root = (Resolve-Path "$PSScriptRoot\..\..").Path
$out = "$root\packaging\target"
if (-not $env:JAVA_HOME) { throw 'Set JAVA_HOME to the folder of a JDK 25 or newer.' }
$bin = "$env:JAVA_HOME\bin"
if (-not (Test-Path "$bin\jpackage.exe")) { throw "There is no jpackage in $bin; JAVA_HOME has to name a JDK, 25 or newer." }

if ($env:SIGNING_THUMBPRINT -and -not $env:SIGNING_TIMESTAMP) {
    throw 'Set SIGNING_TIMESTAMP, too: without a time stamp the signature ends with the certificate.'
}

function Invoke-Checked([string] $program, [string[]] $arguments) {
    & $program @arguments
    if ($LASTEXITCODE -ne 0) { throw "$program failed with code $LASTEXITCODE." }
}

[xml] $pom = Get-Content "$root\pom.xml"
# Windows compares three numbers.
$version = $pom.project.version -replace '-SNAPSHOT$', ''
# The same as JAVA_HIDDEN in packaging/steps/java.sh: used, though no class names them.
$hidden = 'jdk.charsets,jdk.localedata,jdk.zipfs,java.naming,java.management,jdk.management,jdk.jcmd,jdk.unsupported'

Invoke-Checked mvn @('-q', '-f', "$root\pom.xml", '-Ppackage', 'package', '-DskipTests', '-Djacoco.skip=true',
    '-Dspotless.check.skip=true')

$jars = "$root\designer-app\target\designer"
New-Item -ItemType Directory -Force "$out\windows" | Out-Null
Remove-Item -Recurse -Force "$out\windows\runtime" -ErrorAction SilentlyContinue
# Its bill of materials goes along.
Copy-Item "$root\designer-app\target\bom.json" $jars
$all = (Get-ChildItem "$jars\*.jar").FullName
$modules = & "$bin\jdeps.exe" --multi-release 25 --ignore-missing-deps --print-module-deps @all
if ($LASTEXITCODE -ne 0) { throw "jdeps does not say which modules are needed: $modules" }
Invoke-Checked "$bin\jlink.exe" @('--add-modules', "$modules,$hidden",
    '--no-man-pages', '--no-header-files', '--output', "$out\windows\runtime")

Invoke-Checked "$bin\jpackage.exe" @('--type', 'msi', '--name', 'Ivrea', '--app-version', $version, '--vendor', 'Ivrea',
    '--description', 'Ivrea designer', '--license-file', "$root\LICENSE",
    '--icon', "$root\packaging\desktop\ivrea-designer.ico", '--input', $jars, '--main-jar', 'ivrea-designer.jar',
    '--main-class', 'org.ivrea.designer.Main', '--runtime-image', "$out\windows\runtime", '--dest', $out,
    '--win-menu', '--win-menu-group', 'Ivrea', '--win-shortcut-prompt', '--win-dir-chooser', '--win-per-user-install',
    # Newer versions take the place of older ones by this.
    '--win-upgrade-uuid', '5f0c1f44-6a0e-4c37-9f6b-7e3d4b9a2c15',
    '--file-associations', "$root\packaging\desktop\package.properties",
    '--java-options', '-XX:+UseSerialGC', '--java-options', '-XX:CompileThresholdScaling=4', '--java-options', '--enable-native-access=ALL-UNNAMED',
    '--java-options', '--sun-misc-unsafe-memory-access=allow')

if ($env:SIGNING_THUMBPRINT) {
    Invoke-Checked signtool @('sign', '/sha1', $env:SIGNING_THUMBPRINT, '/fd', 'SHA256', '/td', 'SHA256',
        '/tr', $env:SIGNING_TIMESTAMP, "$out\Ivrea-$version.msi")
}
