package org.ivrea.designer.inspector.prompt;

import java.util.List;
import org.ivrea.flow.json.Json;

/// What an item of a prompt is.
enum PromptPart {
    RECORDING("file", "file-text", Json.obj("file", Json.of(""), "text", Json.of(""))), TEXT("text", "type",
            Json.obj("text", Json.of(""))), SAY("say", "hash",
                    Json.obj("say", Json.of("number"), "value", Json.of(""))), SILENCE("silenceMs", "pause",
                            Json.obj("silenceMs", Json.of(500))), TONE("toneHz", "bell",
                                    Json.obj("toneHz", Json.of(440), "ms", Json.of(200))),
    /// Something that a later version knows, or nobody.
    UNKNOWN("", "help-circle", Json.obj());

    /// Those that can be added, in the order of a menu.
    static final List<PromptPart> USUAL = List.of(TEXT, RECORDING, SAY, SILENCE, TONE);

    private final String member;
    private final String icon;
    private final Json fresh;

    PromptPart(String member, String icon, Json fresh) {
        this.member = member;
        this.icon = icon;
        this.fresh = fresh;
    }

    /// The kind is that of the first member that tells one.
    static PromptPart of(Json item) {
        if (item instanceof Json.Obj object) {
            for (PromptPart part : values()) {
                if (part != UNKNOWN && object.get(part.member) != null) {
                    return part;
                }
            }
        }
        return UNKNOWN;
    }

    String icon() {
        return icon;
    }

    Json fresh() {
        return fresh;
    }

    String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
