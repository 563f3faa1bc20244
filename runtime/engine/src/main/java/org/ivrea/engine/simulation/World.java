package org.ivrea.engine.simulation;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ivrea.engine.call.CallInfo;
import org.jspecify.annotations.Nullable;

/// Everything around a simulated call: when it happens, who calls, and what services, agents and chance answer.
/// Immutable; calls share it.
public final class World {

    /// The channel variable from which a flow's first language is taken, as FreeSWITCH names it.
    public static final String LANGUAGE_VARIABLE = "default_language";

    /// A Monday morning.
    public static final ZonedDateTime DEFAULT_START = ZonedDateTime.of(2026, 3, 2, 10, 0, 0, 0, ZoneOffset.UTC);

    /// The answers of stubs with the same kind and subject.
    record Sequence(String subject, List<Answer> answers) {}

    private final ZonedDateTime start;
    private final long seed;
    private final CallInfo info;
    private final List<Stub> stubs;
    private final Map<Class<? extends Answer>, List<Sequence>> sequences;

    private World(Builder builder) {
        this.start = builder.start;
        this.seed = builder.seed;
        this.info = new CallInfo(builder.callId, builder.caller, builder.called, builder.variables);
        this.stubs = List.copyOf(builder.stubs);
        this.sequences = sequences(stubs);
    }

    public static Builder builder() {
        return new Builder();
    }

    /// A world without stubs.
    public static World plain() {
        return builder().build();
    }

    public ZonedDateTime start() {
        return start;
    }

    /// What chance goes by.
    public long seed() {
        return seed;
    }

    public CallInfo info() {
        return info;
    }

    /// The call's language from its beginning; `null` for the project's first one.
    public @Nullable String language() {
        return info.variables().get(LANGUAGE_VARIABLE);
    }

    public List<Stub> stubs() {
        return stubs;
    }

    /// @param kind the type of answer, [Answer.Http] for all of HTTP
    List<Sequence> sequences(Class<? extends Answer> kind) {
        return Objects.requireNonNullElse(sequences.get(kind), List.of());
    }

    private static Map<Class<? extends Answer>, List<Sequence>> sequences(List<Stub> stubs) {
        Map<Class<? extends Answer>, Map<String, List<Answer>>> answers = new LinkedHashMap<>();
        for (Stub stub : stubs) {
            Class<? extends Answer> kind = stub.answer() instanceof Answer.Http
                    ? Answer.Http.class
                    : stub.answer().getClass();
            answers.computeIfAbsent(kind, _ -> new LinkedHashMap<>())
                    .computeIfAbsent(stub.subject(), _ -> new ArrayList<>()).add(stub.answer());
        }
        Map<Class<? extends Answer>, List<Sequence>> sequences = new LinkedHashMap<>();
        answers.forEach((kind, bySubject) -> {
            List<Sequence> ofKind = new ArrayList<>();
            bySubject.forEach((subject, inOrder) -> ofKind.add(new Sequence(subject, List.copyOf(inOrder))));
            sequences.put(kind, List.copyOf(ofKind));
        });
        return Map.copyOf(sequences);
    }

    /// Makes a world, step by step.
    public static final class Builder {
        private ZonedDateTime start = DEFAULT_START;
        private long seed;
        private String callId = "simulated";
        private String caller = "";
        private String called = "";
        private final Map<String, String> variables = new LinkedHashMap<>();
        private final List<Stub> stubs = new ArrayList<>();

        private Builder() {}

        public Builder start(ZonedDateTime newStart) {
            start = newStart;
            return this;
        }

        public Builder seed(long newSeed) {
            seed = newSeed;
            return this;
        }

        public Builder callId(String id) {
            callId = id;
            return this;
        }

        /// @param number empty for withheld
        public Builder caller(String number) {
            caller = number;
            return this;
        }

        public Builder called(String number) {
            called = number;
            return this;
        }

        public Builder language(String tag) {
            return variable(LANGUAGE_VARIABLE, tag);
        }

        /// Sets a channel variable at the call's start.
        public Builder variable(String name, String value) {
            variables.put(name, value);
            return this;
        }

        /// Prepares an answer; of stubs that match, the first subject wins.
        public Builder stub(String subject, Answer answer) {
            stubs.add(new Stub(subject, answer));
            return this;
        }

        public Builder stubs(List<Stub> more) {
            stubs.addAll(more);
            return this;
        }

        public World build() {
            return new World(this);
        }
    }
}
