package org.ivrea.server.cli;

import org.ivrea.server.cli.console.Console;

/// Where the process `ivrea` begins.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        int code = Ivrea.run(Console.system(), arguments);
        Runtime.getRuntime().exit(code);
    }
}
