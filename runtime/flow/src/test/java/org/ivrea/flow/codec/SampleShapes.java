package org.ivrea.flow.codec;

import java.util.List;
import java.util.Map;
import org.ivrea.flow.json.Json;

/// Three node types as an engine would describe them.
public final class SampleShapes {
    private static final Shape PROMPT = new Shape(List.of(new FieldShape("file", null), new FieldShape("text", null),
            new FieldShape("repeat", Json.of(1))));
    private static final Shape CHOICE = new Shape(List.of(new FieldShape("keys", null),
            new FieldShape("exit", null)));
    private static final Shape CONFIRM = new Shape(List.of(new FieldShape("prompt", null, PROMPT),
            new FieldShape("acceptKey", Json.of("1"))));

    private static final Map<String, Shape> SHAPES = Map.of(
            "menu", new Shape(List.of(
                    new FieldShape("prompt", null, PROMPT),
                    new FieldShape("choices", null, CHOICE),
                    new FieldShape("confirm", Json.obj("acceptKey", Json.of("1")), CONFIRM),
                    new FieldShape("timeoutMs", Json.of(4000)),
                    new FieldShape("terminators", Json.arr(Json.of("#"))))),
            "play", new Shape(List.of(new FieldShape("prompt", null, PROMPT))),
            "hangup", new Shape(List.of(new FieldShape("cause", Json.of("NORMAL_CLEARING")))));

    /// What the sample types look like; every other type is unknown.
    public static final NodeShapes SHAPES_OF_SAMPLES = SHAPES::get;

    private SampleShapes() {}
}
