package org.ivrea.freeswitch.testhost;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

/// The functions of `testhost.h`. Tests that need them are skipped where there is no C compiler.
@SuppressWarnings("restricted") // this is where Java meets C
final class TestHostLibrary {
    private static final Path FILE = Path.of(System.getProperty("ivrea.testhost",
            Path.of("target", "native", "libivrea-testhost.so").toString())).toAbsolutePath();
    private static final @Nullable TestHostLibrary LOADED = Files.exists(FILE) ? new TestHostLibrary() : null;

    final MethodHandle open;
    final MethodHandle api;
    final MethodHandle shutDown;
    final MethodHandle close;
    final MethodHandle command;
    final MethodHandle breakCall;
    final MethodHandle modules;
    final MethodHandle freeText;
    final MethodHandle call;
    final MethodHandle key;
    final MethodHandle hangUp;
    final MethodHandle join;
    final MethodHandle journal;
    final MethodHandle fallback;
    final MethodHandle freeCall;
    final MethodHandle await;
    final MethodHandle reply;

    private TestHostLibrary() {
        SymbolLookup library = SymbolLookup.libraryLookup(FILE, Arena.global());
        open = function(library, "testhost_open", ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
        api = function(library, "testhost_api", ADDRESS, ADDRESS);
        shutDown = function(library, "testhost_shut_down", null, ADDRESS);
        close = function(library, "testhost_close", null, ADDRESS);
        command = function(library, "testhost_command", ADDRESS, ADDRESS, ADDRESS, JAVA_INT);
        breakCall = function(library, "testhost_break", JAVA_INT, ADDRESS, ADDRESS);
        modules = function(library, "testhost_modules", null, ADDRESS, ADDRESS);
        freeText = function(library, "testhost_free", null, ADDRESS);
        call = function(library, "testhost_call", ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT);
        key = function(library, "testcall_key", null, ADDRESS, JAVA_INT);
        hangUp = function(library, "testcall_hang_up", null, ADDRESS, ADDRESS, ADDRESS);
        join = function(library, "testcall_join", JAVA_INT, ADDRESS, JAVA_INT);
        journal = function(library, "testcall_journal", ADDRESS, ADDRESS);
        fallback = function(library, "testcall_fallback", ADDRESS, ADDRESS);
        freeCall = function(library, "testcall_free", null, ADDRESS);
        await = function(library, "testcall_await", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);
        reply = function(library, "testcall_reply", null, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
    }

    private static MethodHandle function(SymbolLookup library, String name, @Nullable MemoryLayout result,
            MemoryLayout... arguments) {
        FunctionDescriptor descriptor = result == null
                ? FunctionDescriptor.ofVoid(arguments)
                : FunctionDescriptor.of(result, arguments);
        return Linker.nativeLinker().downcallHandle(library.find(name).orElseThrow(), descriptor);
    }

    static TestHostLibrary get() {
        TestHostLibrary loaded = LOADED;
        Assumptions.assumeTrue(loaded != null, "the test host is not built: no C compiler, or no make");
        return java.util.Objects.requireNonNull(loaded);
    }
}
