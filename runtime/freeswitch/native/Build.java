import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What Maven runs to build the native half: `java Build.java OUTPUT`. Builds what the machine has the tools for, and
/// says what it leaves out; fails only when something that can be built does not build.
final class Build {
    /// Where FreeSWITCH puts it when it is built from its sources; the Makefile looks there, too.
    private static final String FROM_SOURCES = "/usr/local/freeswitch/lib/pkgconfig";

    private Build() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path sources = Path.of(arguments[0]).toAbsolutePath();
        Path output = Path.of(arguments[1]).toAbsolutePath();
        if (!works("cc", "--version") || !works("make", "--version")) {
            System.out.println("[native] no C compiler or no make: the test host is not built, its tests are skipped");
            return;
        }
        make(sources, output, "all");
        if (!Files.isDirectory(sources.resolve("freeswitch"))) {
            return;
        }
        if (works("pkg-config", "--exists", "freeswitch")) {
            make(sources, output, "module");
            make(sources, output, "test-module");
        } else {
            System.out.println("[native] pkg-config finds no FreeSWITCH: mod_ivrea is not built");
        }
    }

    private static void make(Path sources, Path output, String target) throws IOException, InterruptedException {
        var command = List.of("make", "--silent", "-C", sources.toString(), "OUT=" + output,
                "JAVA_HOME=" + System.getProperty("java.home"), target);
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            System.err.println("[native] " + String.join(" ", command) + " failed");
            System.exit(1);
        }
    }

    private static boolean works(String... command) throws InterruptedException {
        try {
            var all = new ArrayList<>(List.of(command));
            var builder = new ProcessBuilder(all).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().merge("PKG_CONFIG_PATH", FROM_SOURCES, (given, more) -> given + ":" + more);
            return builder.start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
