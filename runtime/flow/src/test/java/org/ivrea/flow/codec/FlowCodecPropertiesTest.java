package org.ivrea.flow.codec;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonArbitraries;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonReader;
import org.ivrea.flow.json.JsonWriter;

import static org.assertj.core.api.Assertions.assertThat;

class FlowCodecPropertiesTest {
    private final FlowCodec codec = new FlowCodec(SampleShapes.SHAPES_OF_SAMPLES, JsonLimits.DEFAULT);
    private final FlowCodec verbatim = new FlowCodec(NodeShapes.NONE, JsonLimits.DEFAULT);

    @Property
    void savingWhatWasLoadedGivesTheSameBytes(@ForAll("flows") FlowDocument flow) {
        byte[] saved = codec.write(flow);
        FlowDocument loaded = codec.read(saved, "a").orThrow();
        assertThat(codec.write(loaded)).isEqualTo(saved);
    }

    @Property
    void loadingWhatWasSavedGivesAnEqualFlow(@ForAll("flows") FlowDocument flow) {
        assertThat(verbatim.read(verbatim.write(flow), "a").value()).isEqualTo(flow);
    }

    @Property
    void theCanonicalFormIsReachedInOneStep(@ForAll("flows") FlowDocument flow) {
        FlowDocument once = codec.read(codec.write(flow), "a").orThrow();
        assertThat(codec.read(codec.write(once), "a").value()).isEqualTo(once);
    }

    @Property
    void theHashIsThatOfTheSavedFlow(@ForAll("flows") FlowDocument flow) {
        FlowDocument loaded = codec.read(codec.write(flow), "a").orThrow();
        assertThat(LogicHash.of(loaded, codec.shapes())).isEqualTo(LogicHash.of(flow, codec.shapes()));
    }

    @Property
    void anyBytesGiveAFlowOrAProblem(@ForAll byte[] bytes) {
        assertFlowOrProblem(bytes);
    }

    @Property
    void damagedBytesGiveAFlowOrAProblem(@ForAll("flows") FlowDocument flow, @ForAll Random random) {
        byte[] bytes = codec.write(flow);
        for (int damages = random.nextInt(5); damages >= 0; damages--) {
            bytes = damaged(bytes, random);
        }
        assertFlowOrProblem(bytes);
    }

    @Property
    void aFlowWithAnyValueAnywhereGivesAFlowOrAProblem(@ForAll("flows") FlowDocument flow,
            @ForAll("values") Json value, @ForAll Random random) {
        Json file = Objects.requireNonNull(JsonReader.read(codec.write(flow), JsonLimits.DEFAULT).value());
        assertFlowOrProblem(JsonWriter.canonicalBytes(replaced(file, value, random)));
    }

    @Property
    void anyObjectOfAnyFormatGivesAFlowOrAProblem(@ForAll("values") Json nodes, @ForAll("values") Json value,
            @ForAll("versions") Json version) {
        Json.Obj file = Json.obj("formatVersion", version, "name", Json.of("N"), "nodes", nodes)
                .with("variables", value).with("layout", value).with("handlers", value);
        assertFlowOrProblem(JsonWriter.canonicalBytes(file));
    }

    private void assertFlowOrProblem(byte[] bytes) {
        Loaded<FlowDocument> loaded = codec.read(bytes, "a");
        if (loaded.value() == null) {
            assertThat(loaded.hasErrors()).isTrue();
        } else {
            assertThat(codec.read(codec.write(loaded.value()), "a").value()).isNotNull();
        }
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return bytes;
        }
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + random.nextInt(8));
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        switch (random.nextInt(4)) {
            case 0 -> out.write(random.nextInt(256));
            case 1 -> out.write("{}[],:\"\\".charAt(random.nextInt(8)));
            case 2 -> {
                out.write(bytes, from, to - from);
                out.write(bytes, from, to - from);
            }
            default -> {
                // The part is left out.
            }
        }
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }

    /// The value put somewhere into the tree.
    private static Json replaced(Json tree, Json value, Random random) {
        return switch (tree) {
            case Json.Obj object when !object.isEmpty() && random.nextInt(4) > 0 -> {
                List<String> names = List.copyOf(object.members().keySet());
                String name = names.get(random.nextInt(names.size()));
                Json member = object.members().get(name);
                yield member == null ? value : object.with(name, replaced(member, value, random));
            }
            default -> value;
        };
    }

    @Provide
    Arbitrary<FlowDocument> flows() {
        return FlowArbitraries.flows();
    }

    @Provide
    Arbitrary<Json> values() {
        return JsonArbitraries.values();
    }

    @Provide
    Arbitrary<Json> versions() {
        return Arbitraries.of(Json.of(0), Json.of(1), Json.of(2), Json.NULL);
    }
}
