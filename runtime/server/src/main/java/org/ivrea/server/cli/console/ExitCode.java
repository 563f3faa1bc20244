package org.ivrea.server.cli.console;

/// What the process says to the shell.
public final class ExitCode {

    /// All is well.
    public static final int OK = 0;
    /// The command did its work, and found something wrong with the project.
    public static final int FOUND = 1;
    /// The command could not do its work: a wrong option, no such folder, a file that cannot be written.
    public static final int UNABLE = 2;
    /// The program itself is at fault.
    public static final int FAULT = 3;

    private ExitCode() {}
}
