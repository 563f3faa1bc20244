package org.ivrea.designer.inspector.list;

import java.util.ArrayList;
import java.util.List;
import org.ivrea.engine.node.Field.TextKind;
import org.ivrea.engine.spec.FieldKind;
import org.ivrea.engine.spec.FieldSpec;
import org.ivrea.engine.spec.RecordSpec;
import org.jspecify.annotations.Nullable;

/// Which fields of an object stand in the one line of an item.
///
/// @param inline two at most: those that are needed, and the first one
/// @param exit   the field that names an exit
/// @param weight the field that is a share of a whole
record InlineFields(List<FieldSpec> inline, List<FieldSpec> others, @Nullable FieldSpec exit,
        @Nullable FieldSpec weight) {
    private static final int MOST = 2;

    static InlineFields of(RecordSpec type) {
        List<FieldSpec> inline = new ArrayList<>();
        List<FieldSpec> candidates = type.fields().stream().filter(InlineFields::fitsInLine).toList();
        for (FieldSpec field : candidates) {
            if (inline.size() < MOST && (field.required() || field == type.fields().getFirst())) {
                inline.add(field);
            }
        }
        for (FieldSpec field : candidates) {
            if (inline.size() < MOST && !inline.contains(field) && isSmall(field)) {
                inline.add(field);
            }
        }
        if (inline.isEmpty() && !candidates.isEmpty()) {
            inline.add(candidates.getFirst());
        }
        // In the order of files, whichever was found first.
        List<FieldSpec> ordered = type.fields().stream().filter(inline::contains).toList();
        List<FieldSpec> others = type.fields().stream().filter(field -> !ordered.contains(field)).toList();
        return new InlineFields(ordered, others, exit(type), weight(type));
    }

    private static boolean fitsInLine(FieldSpec field) {
        return switch (field.kind()) {
            case FieldKind.Structure _,FieldKind.ListOf _,FieldKind.MapOf _,FieldKind.PromptList _,FieldKind.Localized _,FieldKind.Flag _ ->
                false;
            case FieldKind.Text(TextKind text, String _) -> text != TextKind.MULTILINE;
            default -> true;
        };
    }

    private static boolean isSmall(FieldSpec field) {
        return switch (field.kind()) {
            case FieldKind.WholeNumber _,FieldKind.Decimal _,FieldKind.TemplateText _ -> true;
            case FieldKind.Text(TextKind text, String resource) -> resource.isEmpty() && text != TextKind.PATTERN
                    && !field.name().equals("label");
            default -> false;
        };
    }

    private static @Nullable FieldSpec exit(RecordSpec type) {
        return type.fields().stream()
                .filter(field -> field.kind() instanceof FieldKind.Text(TextKind text, String _)
                        && text == TextKind.EXIT)
                .findFirst().orElse(null);
    }

    private static @Nullable FieldSpec weight(RecordSpec type) {
        return type.fields().stream()
                .filter(field -> field.name().equals("weight") && field.kind() instanceof FieldKind.WholeNumber)
                .findFirst().orElse(null);
    }
}
