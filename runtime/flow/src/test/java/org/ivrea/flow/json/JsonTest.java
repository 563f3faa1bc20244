package org.ivrea.flow.json;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JsonTest {

    @ParameterizedTest
    @CsvSource({"1, 1.0", "1, 1.000", "100, 1e2", "0, 0.00", "0, -0", "0.5, 5e-1", "1e40, 10e39",
            "1e29, 100000000000000000000000000000", "-2.50, -2.5",
            "1e31, 10000000000000000000000000000000"})
    void numbersOfEqualValueAreEqual(String one, String other) {
        assertThat(Json.of(new BigDecimal(one))).isEqualTo(Json.of(new BigDecimal(other)))
                .hasSameHashCodeAs(Json.of(new BigDecimal(other)))
                .hasToString(Json.of(new BigDecimal(other)).toString());
    }

    @Test
    void aHugeExponentIsNotExpanded() {
        assertThat(Json.of(new BigDecimal("1e999999999"))).hasToString("1E+999999999");
        assertThat(Json.of(new BigDecimal("1e-999999999"))).hasToString("1E-999999999");
    }

    @Test
    void theOrderOfMembersMakesNoDifferenceToEquality() {
        Json.Obj one = Json.obj("a", Json.of(1), "b", Json.of(2));
        Json.Obj other = Json.obj("b", Json.of(2), "a", Json.of(1));
        assertThat(one).isEqualTo(other);
        assertThat(one.members().keySet()).containsExactly("a", "b");
    }

    @Test
    void aChangedMemberKeepsItsPlaceAndANewOneComesLast() {
        Json.Obj object = Json.obj("a", Json.of(1), "b", Json.of(2));
        assertThat(object.with("a", Json.NULL).with("c", Json.of(true)))
                .hasToString("{\"a\":null,\"b\":2,\"c\":true}");
        assertThat(object).hasToString("{\"a\":1,\"b\":2}");
    }

    @Test
    void removingAMemberThatIsNotThereGivesTheSameObject() {
        Json.Obj object = Json.obj("a", Json.of(1));
        assertThat(object.without("b")).isSameAs(object);
        assertThat(object.without("a").isEmpty()).isTrue();
    }

    @Test
    void valuesDoNotFollowTheCollectionsTheyWereMadeOf() {
        Map<String, Json> members = new LinkedHashMap<>(Map.of("a", Json.of(1)));
        Json.Obj object = Json.obj(members);
        members.put("b", Json.of(2));
        assertThat(object.members()).hasSize(1);
        assertThatThrownBy(() -> object.members().put("c", Json.NULL))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> Json.arr(List.of(Json.NULL)).items().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "5.0, 5", "-2147483648, -2147483648", "2147483647, 2147483647", "2147483648,", "5.5,",
            "1e5, 100000", "1e300,", "1e-300,"})
    void onlyAWholeNumberInRangeIsAnInt(String number, Integer expected) {
        assertThat(Json.of(new BigDecimal(number)).asInt()).isEqualTo(expected);
    }

    @Test
    void textAndIntAreNullForOtherKinds() {
        assertThat(Json.of(5).asText()).isNull();
        assertThat(Json.of("5").asInt()).isNull();
        assertThat(Json.of("5").asText()).isEqualTo("5");
    }

    @Test
    void everyKindHasAName() {
        assertThat(List.of(Json.obj(), Json.arr(), Json.of(""), Json.of(0), Json.of(true), Json.of(false), Json.NULL))
                .extracting(Json::kind)
                .containsExactly("an object", "an array", "a string", "a number", "true", "false", "null");
    }
}
