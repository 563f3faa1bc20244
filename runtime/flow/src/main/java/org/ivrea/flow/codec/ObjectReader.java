package org.ivrea.flow.codec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Takes the members of one object and reports those that are not what they must be. A member that is `null` counts
/// as left out.
public final class ObjectReader {
    private final Json.Obj object;
    private final JsonPointer pointer;
    private final Consumer<Problem> problems;

    public ObjectReader(Json.Obj object, JsonPointer pointer, Consumer<Problem> problems) {
        this.object = object;
        this.pointer = pointer;
        this.problems = problems;
    }

    /// The text of the member; empty, and reported, when it is missing.
    public String requiredText(String name) {
        if (value(name) == null) {
            problems.accept(Problem.error(ProblemCodes.MEMBER_MISSING, pointer,
                    "The member \"" + name + "\" is missing; add it"));
        }
        String text = text(name);
        return text == null ? "" : text;
    }

    public @Nullable String text(String name) {
        return switch (value(name)) {
            case null -> null;
            case Json.Str(String text) -> text;
            case Json other -> {
                wrongType(name, "a string", other);
                yield null;
            }
        };
    }

    public boolean flag(String name) {
        return switch (value(name)) {
            case null -> false;
            case Json.Bool flag -> flag.value();
            case Json other -> {
                wrongType(name, "true or false", other);
                yield false;
            }
        };
    }

    /// The strings of the array; empty when there is none.
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        switch (value(name)) {
            case null -> {
            }
            case Json.Arr(List<Json> items) -> {
                for (Json item : items) {
                    if (item instanceof Json.Str(String text)) {
                        texts.add(text);
                    } else {
                        reportType(pointer.child(name).child(texts.size()), "Each item of \"" + name + "\"",
                                "a string", item);
                        return texts;
                    }
                }
            }
            case Json other -> wrongType(name, "an array of strings", other);
        }
        return texts;
    }

    /// The object; empty when there is none.
    public Json.Obj object(String name) {
        return switch (value(name)) {
            case null -> Json.obj();
            case Json.Obj found -> found;
            case Json other -> {
                wrongType(name, "an object", other);
                yield Json.obj();
            }
        };
    }

    /// A reader for the member's object; of an empty one when there is none.
    public ObjectReader reader(String name) {
        return new ObjectReader(object(name), pointer.child(name), problems);
    }

    /// Reads each member as an object of its own; one that is none is reported and left out.
    public <T> SequencedMap<String, T> each(MemberDecoder<T> decoder) {
        SequencedMap<String, T> decoded = new LinkedHashMap<>();
        object.members().forEach((name, value) -> {
            if (value instanceof Json.Obj member) {
                decoded.put(name, decoder.decode(name, new ObjectReader(member, pointer.child(name), problems)));
            } else {
                wrongType(name, "an object", value);
            }
        });
        return decoded;
    }

    /// The members that are not among the known ones.
    public SequencedMap<String, Json> rest(Collection<String> known) {
        SequencedMap<String, Json> rest = new LinkedHashMap<>(object.members());
        rest.keySet().removeAll(known);
        return rest;
    }

    Json.Obj object() {
        return object;
    }

    void wrongType(String name, String expected, Json found) {
        reportType(pointer.child(name), "\"" + name + "\"", expected, found);
    }

    private void reportType(JsonPointer place, String what, String expected, Json found) {
        problems.accept(Problem.error(ProblemCodes.MEMBER_TYPE, place,
                what + " must be " + expected + ", not " + found.kind()));
    }

    private @Nullable Json value(String name) {
        Json value = object.get(name);
        return value instanceof Json.Null ? null : value;
    }

    /// Decodes the object under one name.
    @FunctionalInterface
    public interface MemberDecoder<T> {
        T decode(String name, ObjectReader member);
    }
}
