package org.ivrea.engine.spec;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ivrea.engine.expression.CelScope;
import org.ivrea.engine.node.Node;
import org.ivrea.engine.node.NodeCheck;
import org.ivrea.engine.run.Rehearsal;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Fix;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.problem.Severity;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/// Whatever stands in a node's fields, there is a node and a list of problems.
final class NodeDecoderPropertiesTest {
    private static final List<NodeSpec> SPECS = Rehearsal.REGISTRY.specs();

    @Provide
    Arbitrary<NodeSpec> specs() {
        return Arbitraries.of(SPECS);
    }

    @Provide
    Arbitrary<Json> values() {
        Arbitrary<Json> scalar = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(12).map(text -> (Json) Json.of(text)),
                Arbitraries.of("1", "${n}", "true", "a", "00:00", "24:00", "2026-01-01", "[0-9]", "", "${", "next",
                        "error", "UTC", "#*").map(text -> (Json) Json.of(text)),
                Arbitraries.bigDecimals().map(number -> (Json) Json.of(number)),
                Arbitraries.of(Json.of(new BigDecimal("1e999999")), Json.of(0), Json.of(-1), Json.NULL,
                        Json.of(true), Json.of(false)));
        return nested(nested(scalar));
    }

    private static Arbitrary<Json> nested(Arbitrary<Json> inner) {
        return Arbitraries.oneOf(inner, inner.list().ofMaxSize(3).map(Json::arr),
                Arbitraries.maps(Arbitraries.of("keys", "exit", "when", "value", "variable", "text", "file", "say",
                        "from", "to", "days", "date", "first", "name", "weight", "prompt", "pattern", "destination",
                        "number"), inner).ofMaxSize(4).map(Json::obj));
    }

    @Property(tries = 3_000)
    void neverThrow(@ForAll("specs") NodeSpec spec, @ForAll("values") Json value, @ForAll int index,
            @ForAll("values") Json other) {
        NodeDocument document = NodeDocument.of(spec.name());
        int count = spec.fields().size();
        document = document.withField(spec.fields().get(Math.floorMod(index, count)).name(), value)
                .withField(spec.fields().get(Math.floorMod(index / 7, count)).name(), other);
        List<Problem> problems = new ArrayList<>();

        Node node = NodeDecoder.decode(document, spec, CelScope.of(Map.of()), JsonPointer.ROOT, problems::add);

        node.check(new Collecting(problems));
        assertThat(node.exits()).isNotNull();
        assertThat(node.summary()).isNotNull();
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.message()).isNotBlank();
            assertThat(problem.pointer()).isNotNull();
        });
    }

    private record Collecting(List<Problem> problems) implements NodeCheck {
        @Override
        public JsonPointer pointer() {
            return JsonPointer.ROOT;
        }

        @Override
        public String nodeId() {
            return "it";
        }

        @Override
        public void report(String code, Severity severity, JsonPointer pointer, String message, @Nullable Fix fix) {
            problems.add(new Problem(code, severity, null, "it", pointer, null, message, fix));
        }
    }
}
