package org.ivrea.deploy.store;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.ivrea.deploy.store.Members.DamagedFile;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/// A line of `history.jsonl`.
final class HistoryCodec {
    private HistoryCodec() {}

    static String write(HistoryEntry entry) {
        return JsonWriter.compact(Json.obj("generation", Json.of(entry.generation()),
                "at", Json.of(entry.at().toString()), "by", Json.of(entry.by()))
                .with("action", Json.of(entry.action().word()))
                .with("project", Json.of(entry.project()))
                .with("from", text(entry.from()))
                .with("to", text(entry.to()))
                .with("version", Json.of(entry.version())));
    }

    static HistoryEntry read(String line) throws DamagedFile {
        Members members = Members.of(line.getBytes(StandardCharsets.UTF_8));
        return new HistoryEntry(members.number("generation"), members.time("at"), members.text("by"),
                action(members.text("action")), members.text("project"), members.optionalText("from"),
                members.optionalText("to"), members.text("version"));
    }

    private static HistoryEntry.Action action(String word) throws DamagedFile {
        for (HistoryEntry.Action action : HistoryEntry.Action.values()) {
            if (action.word().equals(word.toLowerCase(Locale.ROOT))) {
                return action;
            }
        }
        throw new DamagedFile("there is no action \"" + word + "\"");
    }

    private static Json text(@Nullable String value) {
        return value == null ? Json.NULL : Json.of(value);
    }
}
