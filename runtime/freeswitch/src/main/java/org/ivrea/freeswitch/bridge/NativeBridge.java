package org.ivrea.freeswitch.bridge;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

/// The functions of `struct ivrea_api`, bound at an address that the host gave.
@SuppressWarnings("restricted") // this is where Java meets C
public final class NativeBridge implements Bridge {
    /// `IVREA_VERSION` that this code was written for.
    static final int VERSION = 1;
    /// What `next` returns when the host has stopped.
    static final long CLOSED = -1;
    /// What `next` returns when a record does not fit.
    static final long TOO_SMALL = -5;
    private static final int GONE = -2;
    private static final int FULL = -3;

    private static final StructLayout API = MemoryLayout.structLayout(JAVA_INT.withName("version"),
            JAVA_INT.withName("size"), ADDRESS.withName("host"), ADDRESS.withName("next"), ADDRESS.withName("submit"),
            ADDRESS.withName("control"), ADDRESS.withName("reply"), ADDRESS.withName("ready"),
            ADDRESS.withName("now"), ADDRESS.withName("log"), ADDRESS.withName("stats"),
            ADDRESS.withName("wake"), ADDRESS.withName("modules"));
    /// As far as the functions go that each host of the version has.
    private static final long LEAST_SIZE = API.byteOffset(PathElement.groupElement("modules"));

    /// Most submissions fit.
    private static final int BUFFER_SIZE = 4_096;
    /// The names of a switch's modules fit, usually.
    private static final long MODULES_SIZE = 8_192;

    private final MemorySegment host;
    private final MethodHandle next;
    private final MethodHandle submit;
    private final MethodHandle control;
    private final MethodHandle reply;
    private final MethodHandle ready;
    private final MethodHandle log;
    private final MethodHandle stats;
    private final MethodHandle wake;
    /// `null` of a host that does not have it yet.
    private final @Nullable MethodHandle modules;
    /// Native memory for what is handed over; as many as threads ever handed over at the same moment.
    private final Queue<MemorySegment> buffers = new ConcurrentLinkedQueue<>();
    /// Calls of functions that are under way now, but for the poller's.
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean closed;

    /// @param address of a `struct ivrea_api`
    /// @throws IllegalStateException when it is of another version, with the reason for the operator
    public NativeBridge(long address) {
        MemorySegment head = MemorySegment.ofAddress(address).reinterpret(2L * Integer.BYTES);
        int version = head.get(JAVA_INT, 0);
        long size = Integer.toUnsignedLong(head.get(JAVA_INT, Integer.BYTES));
        if (version != VERSION) {
            throw new IllegalStateException("the module's interface has version " + version + ", the runtime's "
                    + VERSION + "; install the module and the runtime of the same release");
        }
        if (size < LEAST_SIZE) {
            throw new IllegalStateException("the module offers " + size + " bytes of functions where " + LEAST_SIZE
                    + " are needed; install the module and the runtime of the same release");
        }
        MemorySegment api = MemorySegment.ofAddress(address).reinterpret(Math.min(size, API.byteSize()));
        host = pointer(api, "host");
        next = function(api, "next", FunctionDescriptor.of(JAVA_LONG, ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT));
        submit = function(api, "submit", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG));
        control = function(api, "control", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG));
        reply = function(api, "reply",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
        ready = function(api, "ready", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT));
        log = function(api, "log", FunctionDescriptor.ofVoid(ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
        stats = function(api, "stats", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
        wake = function(api, "wake", FunctionDescriptor.ofVoid(ADDRESS));
        modules = size < API.byteSize()
                ? null
                : function(api, "modules", FunctionDescriptor.of(JAVA_LONG, ADDRESS, ADDRESS, JAVA_LONG));
    }

    private static MemorySegment pointer(MemorySegment api, String member) {
        return api.get(ADDRESS, API.byteOffset(PathElement.groupElement(member)));
    }

    private static MethodHandle function(MemorySegment api, String member, FunctionDescriptor descriptor) {
        MemorySegment address = pointer(api, member);
        if (address.address() == 0) {
            throw new IllegalStateException("the module offers no function \"" + member
                    + "\"; install the module and the runtime of the same release");
        }
        return Linker.nativeLinker().downcallHandle(address, descriptor);
    }

    /// Waits for records.
    ///
    /// @return how many bytes of the buffer are filled; 0 after the timeout; [#CLOSED], or another negative number
    long next(MemorySegment buffer, int timeoutMs) {
        try {
            return (long) next.invokeExact(host, buffer, buffer.byteSize(), timeoutMs);
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    /// Has [#next] come back, now or the next time. Any thread.
    void wake() {
        if (!enter()) {
            return;
        }
        try {
            wake.invokeExact(host);
        } catch (Throwable e) {
            throw broken(e);
        } finally {
            leave();
        }
    }

    @Override
    public Reply submit(long call, RecordWriter operations) {
        return hand(submit, call, operations);
    }

    @Override
    public Reply control(long call, RecordWriter record) {
        return hand(control, call, record);
    }

    /// The host has stopped: its functions are not called any more when this comes back, and what is asked of them
    /// afterwards is as if all calls were gone.
    void close() {
        closed = true;
        while (underWay.get() > 0) {
            Thread.onSpinWait();
        }
    }

    /// @return false when the functions are gone; else [#leave] must follow
    private boolean enter() {
        underWay.incrementAndGet();
        if (closed) {
            leave();
            return false;
        }
        return true;
    }

    private void leave() {
        underWay.decrementAndGet();
    }

    private Reply hand(MethodHandle function, long call, RecordWriter records) {
        int size = records.size();
        if (size > BUFFER_SIZE) {
            try (Arena arena = Arena.ofConfined()) {
                return hand(function, call, records, arena.allocate(size));
            }
        }
        MemorySegment buffer = buffers.poll();
        if (buffer == null) {
            buffer = Arena.global().allocate(BUFFER_SIZE);
        }
        try {
            return hand(function, call, records, buffer);
        } finally {
            buffers.add(buffer);
        }
    }

    private Reply hand(MethodHandle function, long call, RecordWriter records, MemorySegment buffer) {
        if (!enter()) {
            return Reply.GONE;
        }
        records.copyTo(buffer);
        int result;
        try {
            result = (int) function.invokeExact(host, call, buffer, (long) records.size());
        } catch (Throwable e) {
            throw broken(e);
        } finally {
            leave();
        }
        return switch (result) {
            case 0 -> Reply.DONE;
            case GONE -> Reply.GONE;
            case FULL -> Reply.FULL;
            default -> throw new IllegalStateException("the module refuses a record: error " + result);
        };
    }

    @Override
    public void reply(long command, boolean ok, String text) {
        if (!enter()) {
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            int _ = (int) reply.invokeExact(host, command, ok ? 1 : 0, copy(arena, bytes), (long) bytes.length);
        } catch (Throwable e) {
            throw broken(e);
        } finally {
            leave();
        }
    }

    @Override
    public void ready(boolean taken) {
        if (!enter()) {
            return;
        }
        try {
            ready.invokeExact(host, taken ? 1 : 0);
        } catch (Throwable e) {
            throw broken(e);
        } finally {
            leave();
        }
    }

    @Override
    public void log(long call, LogLevel level, String text) {
        if (!enter()) {
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            log.invokeExact(host, call, level.ordinal(), copy(arena, bytes), (long) bytes.length);
        } catch (Throwable e) {
            throw broken(e);
        } finally {
            leave();
        }
    }

    private static MemorySegment copy(Arena arena, byte[] bytes) {
        MemorySegment copy = arena.allocate(bytes.length + 1L);
        MemorySegment.copy(bytes, 0, copy, ValueLayout.JAVA_BYTE, 0, bytes.length);
        return copy;
    }

    @Override
    public long[] stats() {
        int count = Stat.values().length;
        if (!enter()) {
            return new long[count];
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment values = arena.allocate(JAVA_LONG, count);
            int _ = (int) stats.invokeExact(host, values, count);
            return values.toArray(JAVA_LONG);
        } catch (Throwable e) {
            throw broken(e);
        } finally {
            leave();
        }
    }

    @Override
    public @Nullable SortedSet<String> modules() {
        MethodHandle question = modules;
        if (question == null || !enter()) {
            return null;
        }
        try {
            long capacity = MODULES_SIZE;
            while (true) {
                try (Arena arena = Arena.ofConfined()) {
                    MemorySegment text = arena.allocate(capacity);
                    long size = (long) question.invokeExact(host, text, capacity);
                    if (size < 0) {
                        return null;
                    }
                    if (size <= capacity) {
                        byte[] names = text.asSlice(0, size).toArray(ValueLayout.JAVA_BYTE);
                        return new TreeSet<>(new String(names, StandardCharsets.UTF_8).lines().toList());
                    }
                    capacity = size;
                }
            }
        } catch (Throwable e) {
            throw broken(e);
        } finally {
            leave();
        }
    }

    private static RuntimeException broken(Throwable e) {
        return e instanceof RuntimeException runtime
                ? runtime
                : new IllegalStateException("a function of the module cannot be called", e);
    }
}
