package org.ivrea.designer.inspector.list;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Predicate;
import org.ivrea.engine.node.Field.TextKind;
import org.ivrea.engine.spec.FieldKind;
import org.ivrea.engine.spec.FieldSpec;
import org.ivrea.engine.spec.RecordSpec;
import org.ivrea.flow.json.Json;
import org.jspecify.annotations.Nullable;

/// What is added to a list: as much of it as can be guessed.
final class NewItem {
    private static final String KEYS = "1234567890*#";
    private static final String EXIT = "option";

    private NewItem() {}

    /// @param others the items that are there
    static Json of(FieldKind kind, List<Json> others) {
        return switch (kind) {
            case FieldKind.Structure(RecordSpec type) -> object(type, others);
            case FieldKind.Text(TextKind text, String _) when text == TextKind.EXIT ->
                Json.of(unusedExit(name -> others.contains(Json.of(name))));
            case FieldKind.PromptList _ -> Json.arr(Json.obj("text", Json.of("")));
            case FieldKind.ListOf _ -> Json.arr();
            case FieldKind.MapOf _ -> Json.obj();
            case FieldKind.Choice choice -> Json.of(choice.names().getFirst());
            case FieldKind.WholeNumber _,FieldKind.Decimal _ -> Json.of(0);
            case FieldKind.Flag _ -> Json.of(false);
            default -> Json.of("");
        };
    }

    private static Json object(RecordSpec type, List<Json> others) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        for (FieldSpec field : type.fields()) {
            Json value = member(field, others);
            if (value != null) {
                members.put(field.name(), value);
            }
        }
        return Json.obj(members);
    }

    private static @Nullable Json member(FieldSpec field, List<Json> others) {
        Predicate<String> taken = name -> others.stream()
                .anyMatch(item -> item instanceof Json.Obj object && Json.of(name).equals(object.get(field.name())));
        return switch (field.kind()) {
            case FieldKind.Text(TextKind text, String _) -> switch (text) {
                case EXIT -> Json.of(unusedExit(taken));
                case KEYS -> KEYS.chars().mapToObj(Character::toString).filter(taken.negate()).findFirst()
                        .map(Json::of).orElse(null);
                case DATE -> field.required()
                        ? Json.of(LocalDate.now(java.time.ZoneId.systemDefault()).toString())
                        : null;
                case TIME_OF_DAY -> field.required() ? Json.of(field.name().equals("to") ? "17:00" : "09:00") : null;
                default -> field.required() ? Json.of("") : null;
            };
            case FieldKind.ListOf(FieldKind item) when field.min() > 0 -> Json.arr(of(item, List.of()));
            case FieldKind.ListOf(FieldKind.Localized _) -> Json.arr(Json.of(""));
            case FieldKind.Structure _,FieldKind.PromptList _ -> null;
            default -> field.required() ? Json.of("") : null;
        };
    }

    private static String unusedExit(Predicate<String> taken) {
        String name = EXIT;
        for (int number = 2; taken.test(name); number++) {
            name = EXIT + "-" + number;
        }
        return name;
    }
}
