; UNTESTED: written by the documentation, never compiled. Inno Setup 6; build.ps1 calls it after the frozen folder.
#define Version "0.1.0"

[Setup]
AppId={{6E0B7A52-6E1C-4D0E-9B4C-5C7F2B0A9D31}
AppName=SinGAN Studio
AppVersion={#Version}
DefaultDirName={autopf}\SinGAN Studio
DefaultGroupName=SinGAN Studio
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
LicenseFile=..\..\LICENSE
OutputDir=..\..\build\windows
OutputBaseFilename=singan-studio-setup
SetupIconFile=..\..\build\windows\studio.ico
UninstallDisplayIcon={app}\singan-studio.exe
Compression=lzma2
SolidCompression=yes
ChangesAssociations=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "ja"; MessagesFile: "compiler:Languages\Japanese.isl"

[Files]
Source: "..\..\build\frozen\singan-studio\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\SinGAN Studio"; Filename: "{app}\singan-studio.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.singan"; ValueType: string; ValueData: "SinGANStudio.Project"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\SinGANStudio.Project"; ValueType: string; ValueData: "SinGAN Studio project"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\SinGANStudio.Project\DefaultIcon"; ValueType: string; ValueData: "{app}\singan-studio.exe,0"
Root: HKA; Subkey: "Software\Classes\SinGANStudio.Project\shell\open\command"; ValueType: string; ValueData: """{app}\singan-studio.exe"" ""%1"""

[Run]
Filename: "{app}\singan-studio.exe"; Description: "{cm:LaunchProgram,SinGAN Studio}"; Flags: nowait postinstall skipifsilent
