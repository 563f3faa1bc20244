package org.ivrea.deploy.store;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonReader;
import org.jspecify.annotations.Nullable;

/// Reads the members of files that the store itself wrote. What is not as it was written is damage.
record Members(Json.Obj object) {

    /// @throws DamagedFile when the bytes are no JSON object
    static Members of(byte[] bytes) throws DamagedFile {
        return of(JsonReader.read(bytes, JsonLimits.DEFAULT).value());
    }

    static Members of(@Nullable Json value) throws DamagedFile {
        if (value instanceof Json.Obj object) {
            return new Members(object);
        }
        throw new DamagedFile("no JSON object");
    }

    String text(String name) throws DamagedFile {
        String text = optionalText(name);
        if (text == null) {
            throw new DamagedFile("\"" + name + "\" is missing");
        }
        return text;
    }

    @Nullable
    String optionalText(String name) {
        Json value = object.get(name);
        return value == null ? null : value.asText();
    }

    boolean has(String name) {
        return object.get(name) != null;
    }

    long number(String name) throws DamagedFile {
        try {
            if (object.get(name) instanceof Json.Num(BigDecimal number)) {
                return number.longValueExact();
            }
        } catch (ArithmeticException _) {
            // Said below.
        }
        throw new DamagedFile("\"" + name + "\" is no whole number");
    }

    Instant time(String name) throws DamagedFile {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException _) {
            throw new DamagedFile("\"" + name + "\" is no time");
        }
    }

    List<String> texts(String name) throws DamagedFile {
        List<String> texts = new ArrayList<>();
        if (!(object.get(name) instanceof Json.Arr(List<Json> items))) {
            throw new DamagedFile("\"" + name + "\" is no list");
        }
        for (Json item : items) {
            if (item instanceof Json.Str(String text)) {
                texts.add(text);
            }
        }
        return texts;
    }

    Map<String, Json> members(String name) throws DamagedFile {
        return of(object.get(name)).object().members();
    }

    /// A file is not what the store wrote.
    static final class DamagedFile extends Exception {
        private static final long serialVersionUID = 1;

        DamagedFile(String message) {
            super(message);
        }
    }
}
