package org.ivrea.flow.migration;

import java.util.Collections;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonArbitraries;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FlowFrom0To1Test {
    private final FlowFrom0To1 migration = new FlowFrom0To1();

    private Json.Obj nodes(Json nodes) {
        return (Json.Obj) Objects.requireNonNull(migration.apply(Json.obj("nodes", nodes)).get("nodes"));
    }

    @Property
    void takesAnyObject(@ForAll("values") Json value, @ForAll("values") Json node) {
        Json.Obj odd = Json.obj("id", value, "next", node, "exits", value).with("timeout", node);
        assertThat(nodes(Json.arr(odd, node, odd, value)).members()).hasSize(4);
    }

    @Test
    void equalIdsInPlentyAreNumberedInLinearTime() {
        Json.Arr nodes = Json.arr(Collections.nCopies(50_000, Json.obj("id", Json.of("A long text, not an id"))));
        assertThat(nodes(nodes).members()).hasSize(50_000).containsKey("A long text, not an id")
                .containsKey("a-long-text-not-an-id-1");
    }

    @Test
    void aGivenIdGoesBeforeANumberedOne() {
        Json.Obj named = Json.obj("id", Json.of("node-1"), "type", Json.of("play"));
        Json.Obj nameless = Json.obj("type", Json.of("menu"));
        assertThat(nodes(Json.arr(nameless, named)).members()).containsOnlyKeys("node-2", "node-1")
                .containsEntry("node-1", Json.obj("type", Json.of("play")));
    }

    @Test
    void whatIsNotUnderstoodStaysAsItIs() {
        Json.Obj node = Json.obj("id", Json.of(5), "next", Json.of(7), "timeout", Json.of("5s"));
        assertThat(nodes(Json.arr(node)).members()).containsEntry("node-1", node);
        Json.Obj document = Json.obj("nodes", Json.of(1));
        assertThat(migration.apply(document)).isEqualTo(document);
    }

    @Provide
    Arbitrary<Json> values() {
        return JsonArbitraries.values();
    }
}
