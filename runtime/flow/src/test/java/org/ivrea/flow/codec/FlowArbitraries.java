package org.ivrea.flow.codec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.ivrea.flow.document.ExitTarget;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.Handlers;
import org.ivrea.flow.document.LayoutEntry;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.document.VariableDeclaration;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonArbitraries;

/// Random flows: any that a file can hold. Combining the edge cases of all their parts would take minutes.
final class FlowArbitraries {
    private FlowArbitraries() {}

    static Arbitrary<FlowDocument> flows() {
        var head = Combinators.combine(texts(), texts().injectNull(0.5), ids().injectNull(0.3),
                named(variableNames(), variables()), named(variableNames(), variables()))
                .as((name, description, start, inputs, variables) -> FlowDocument.empty(name)
                        .withDescription(description).withStart(start).withInputs(inputs).withVariables(variables));
        return Combinators.combine(head, texts().list().ofMaxSize(3), named(ids(), nodes()), handlers(),
                named(ids(), places()), extra(Set.copyOf(FlowDocument.KNOWN)))
                .as((flow, exits, nodes, handlers, layout, extra) -> flow.withExits(exits).withNodes(nodes)
                        .withHandlers(handlers).withLayout(layout).withExtra(extra))
                .withoutEdgeCases();
    }

    private static Arbitrary<NodeDocument> nodes() {
        return Combinators.combine(Arbitraries.of("menu", "play", "hangup", "comment", "teleport"),
                texts().injectNull(0.5), texts().injectNull(0.8), Arbitraries.of(true, false), fields(),
                named(texts(), ids().injectNull(0.2).map(ExitTarget::of))).as(NodeDocument::new);
    }

    /// Known fields with right, default and wrong values, and unknown ones.
    private static Arbitrary<SequencedMap<String, Json>> fields() {
        Arbitrary<Json> prompt = Arbitraries.of("file", "text", "repeat", "odd").flatMap(
                name -> Arbitraries.oneOf(JsonArbitraries.scalars(), Arbitraries.just(Json.of(1)))
                        .map(value -> Json.obj(name, value)));
        Arbitrary<Json> values = Arbitraries.oneOf(JsonArbitraries.values(), prompt.list().ofMaxSize(3).map(Json::arr),
                Arbitraries.of(Json.of(4000), Json.arr(Json.of("#")), Json.of("NORMAL_CLEARING"), Json.arr()));
        Arbitrary<String> names = Arbitraries.oneOf(texts(),
                Arbitraries.of("prompt", "choices", "confirm", "timeoutMs", "terminators", "cause"));
        return named(names.filter(name -> !NodeDocument.KNOWN.contains(name)), values);
    }

    private static Arbitrary<VariableDeclaration> variables() {
        return Combinators.combine(Arbitraries.of(VariableDeclaration.TYPES), JsonArbitraries.values().injectNull(0.5),
                Arbitraries.of(true, false), texts().injectNull(0.5), extra(VariableDeclaration.KNOWN))
                .as(VariableDeclaration::new);
    }

    private static Arbitrary<Handlers> handlers() {
        return Combinators.combine(ids().injectNull(0.5), ids().injectNull(0.5), extra(Handlers.KNOWN))
                .as(Handlers::new);
    }

    private static Arbitrary<LayoutEntry> places() {
        return Combinators.combine(Arbitraries.integers(), Arbitraries.integers(),
                Arbitraries.integers().between(1, 999), Arbitraries.of(true, false))
                .as((x, y, size, sized) -> sized ? new LayoutEntry(x, y, size, size) : new LayoutEntry(x, y));
    }

    private static Arbitrary<SequencedMap<String, Json>> extra(Set<String> known) {
        return named(texts().filter(name -> !known.contains(name)), JsonArbitraries.values());
    }

    private static <V> Arbitrary<SequencedMap<String, V>> named(Arbitrary<String> names, Arbitrary<V> values) {
        return Arbitraries.maps(names, values).ofMaxSize(4).map(FlowArbitraries::sequenced);
    }

    private static <V> SequencedMap<String, V> sequenced(Map<String, V> map) {
        return new LinkedHashMap<>(map);
    }

    private static Arbitrary<String> ids() {
        return Arbitraries.oneOf(Arbitraries.of("menu", "welcome", "a", "b-2"),
                Arbitraries.strings().withCharRange('a', 'z').numeric().ofMinLength(1).ofMaxLength(8));
    }

    private static Arbitrary<String> variableNames() {
        return Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8);
    }

    private static Arbitrary<String> texts() {
        return JsonArbitraries.texts();
    }
}
