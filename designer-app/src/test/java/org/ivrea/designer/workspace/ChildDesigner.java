package org.ivrea.designer.workspace;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Another process that has a project open.
final class ChildDesigner implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;
    private final OutputStream in;

    ChildDesigner(TestProject project) throws IOException {
        process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--sun-misc-unsafe-memory-access=allow", "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), EditingProcess.class.getName(),
                project.folder.toString(), project.state.path().toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        in = process.getOutputStream();
    }

    /// The next line that it says.
    String says() throws IOException {
        return String.valueOf(out.readLine());
    }

    void edit(String label) throws IOException {
        in.write((label + "\n").getBytes(StandardCharsets.UTF_8));
        in.flush();
        String said = says();
        if (!said.equals("edited " + label)) {
            throw new AssertionError(said);
        }
    }

    long pid() {
        return process.pid();
    }

    /// As `kill -9` does it.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
