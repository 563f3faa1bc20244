package org.ivrea.designer.inspector.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.form.FieldEditor;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Slot;
import org.ivrea.engine.spec.FieldKind;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Problem;

/// Text in one or several languages: one field for all of them, or one for each.
public final class LocalizedEditor extends FieldEditor {
    private static final Messages TEXTS = Messages.of(LocalizedEditor.class);

    private final VBox view = new VBox(3);
    private final Map<String, FieldEditor> byLanguage = new LinkedHashMap<>();
    private String shown = "";

    public LocalizedEditor(Slot slot) {
        super(slot);
        view.getStyleClass().add("inspector-localized");
    }

    private List<String> projectLanguages() {
        return slot().form().around().workspace().project().settings().languages();
    }

    private static FieldKind kind() {
        return new FieldKind.TemplateText();
    }

    /// Empty for the one text of all languages.
    private Set<String> languages() {
        Set<String> languages = new LinkedHashSet<>();
        if (slot().value() instanceof Json.Obj(var members)) {
            languages.addAll(projectLanguages());
            languages.addAll(members.keySet());
        } else {
            languages.add("");
        }
        return languages;
    }

    @Override
    public void refresh() {
        Set<String> wanted = languages();
        if (!byLanguage.keySet().equals(wanted)) {
            byLanguage.clear();
            wanted.forEach(language -> byLanguage.put(language, ExpressionEditor.template(language.isEmpty()
                    ? slot()
                    : slot().part(language, slot().spec().label(), kind(), false))));
            shown = wanted.contains(shown) ? shown : wanted.iterator().next();
        }
        byLanguage.values().forEach(FieldEditor::refresh);
        build();
    }

    private void build() {
        FieldEditor editor = current();
        List<Node> children = new ArrayList<>();
        if (!shown.isEmpty()) {
            children.add(languageBar());
        }
        children.add(editor.view());
        if (shown.isEmpty() && projectLanguages().size() > 1 && slot().value() != null) {
            Hyperlink link = Labels.link(TEXTS.get("localized.byLanguage"), this::split);
            link.setFocusTraversable(false);
            children.add(link);
        }
        if (!view.getChildren().equals(children) && !sameKind(children)) {
            view.getChildren().setAll(children);
        }
    }

    /// Rebuilding takes the focus away from a field that is typed in.
    private boolean sameKind(List<Node> children) {
        return view.getChildren().size() == children.size()
                && view.getChildren().contains(current().view())
                && (shown.isEmpty() || languageBarOf(view).equals(languageBarOf(children)));
    }

    private static String languageBarOf(VBox box) {
        return languageBarOf(box.getChildren());
    }

    private static String languageBarOf(List<Node> nodes) {
        return nodes.isEmpty() ? "" : String.valueOf(nodes.getFirst().getUserData());
    }

    private FieldEditor current() {
        FieldEditor editor = byLanguage.get(shown);
        return editor == null ? byLanguage.values().iterator().next() : editor;
    }

    private HBox languageBar() {
        var bar = new HBox(0);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("inspector-languages");
        var group = new ToggleGroup();
        var state = new StringBuilder(shown);
        byLanguage.forEach((language, editor) -> {
            boolean missing = editor.slot().value() == null;
            var button = new ToggleButton(language + (missing ? " –" : " ✓"));
            button.setToggleGroup(group);
            button.setSelected(language.equals(shown));
            button.getStyleClass().add("inspector-language");
            button.setAccessibleText(TEXTS.get("localized.language", language));
            button.setOnAction(_ -> {
                shown = language;
                refresh();
                current().control().requestFocus();
            });
            state.append(language).append(missing);
            bar.getChildren().add(button);
        });
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Hyperlink join = Labels.link(TEXTS.get("localized.all"), this::join);
        join.setFocusTraversable(false);
        bar.getChildren().addAll(gap, join);
        bar.setUserData(state.toString());
        return bar;
    }

    private void split() {
        String first = projectLanguages().getFirst();
        Json text = slot().value();
        slot().set(Json.obj(first, text == null ? Json.of("") : text));
        shown = first;
        refresh();
    }

    private void join() {
        Json text = current().slot().value();
        slot().set(text == null ? Json.of("") : text);
        refresh();
    }

    @Override
    public Node view() {
        if (byLanguage.isEmpty()) {
            refresh();
        }
        return view;
    }

    @Override
    public Node control() {
        if (byLanguage.isEmpty()) {
            refresh();
        }
        return current().control();
    }

    @Override
    public Node marked() {
        return view();
    }

    @Override
    public List<Problem> show(List<Problem> problems) {
        List<Problem> left = new ArrayList<>(problems);
        byLanguage.values().forEach(editor -> {
            List<Problem> inside = problems.stream()
                    .filter(problem -> problem.pointer().isWithin(editor.slot().inDocument())).toList();
            left.removeAll(inside);
            left.addAll(editor.show(inside));
        });
        return left;
    }

    @Override
    public void focus(JsonPointer pointer) {
        byLanguage.forEach((language, editor) -> {
            if (!language.isEmpty() && pointer.isWithin(editor.slot().inDocument())) {
                shown = language;
            }
        });
        refresh();
        current().control().requestFocus();
    }
}
