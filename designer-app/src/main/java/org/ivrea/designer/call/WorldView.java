package org.ivrea.designer.call;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.ivrea.designer.simulation.AllowedHosts;
import org.ivrea.designer.simulation.AnswerPolicy;
import org.ivrea.designer.simulation.StubText;
import org.ivrea.designer.simulation.WorldKind;
import org.ivrea.engine.http.HttpEnvironment;

/// What answers a call: prepared stubs, and for what has none, who is asked.
public final class WorldView extends ScrollPane {
    private final CallModel model;
    private final TextArea stubs = new TextArea();
    private final Label stubProblem = Parts.label("", "ivrea-error", "ivrea-small");
    private final TextArea services = new TextArea();
    private final Label serviceProblem = Parts.label("", "ivrea-error", "ivrea-small");

    public WorldView(CallModel model) {
        this.model = model;
        setId("world-view");
        Parts.style(this, "world-view");
        setFitToWidth(true);
        stubs.setId("world-stubs");
        stubs.getStyleClass().add("ivrea-mono");
        stubs.setPrefRowCount(6);
        stubs.setPromptText("dial office -> busy\nhttp shop GET /price -> 200 {\"price\": 3}");
        stubs.setText(StubText.write(model.world().stubs()));
        stubs.textProperty().addListener((_, _, text) -> readStubs(text));
        services.setId("world-services");
        services.getStyleClass().add("ivrea-mono");
        services.setPrefRowCount(3);
        services.setPromptText("shop = https://shop.example.com/api");
        services.textProperty().addListener((_, _, text) -> readServices(text));
        stubProblem.setWrapText(true);
        serviceProblem.setWrapText(true);
        stubProblem.setId("world-stub-problem");
        serviceProblem.setId("world-service-problem");
        Parts.show(stubProblem, false);
        Parts.show(serviceProblem, false);
        var written = new VBox(6,
                heading("world.stubs"), hint("world.stubs-hint"), stubs, stubProblem,
                heading("world.services"), hint("world.services-hint"), services, serviceProblem);
        HBox.setHgrow(written, Priority.ALWAYS);
        var answers = new VBox(6, heading("world.policies"), hint("world.policies-hint"), policies());
        answers.setMinWidth(300);
        answers.setMaxWidth(340);
        var content = new HBox(24, answers, written);
        content.getStyleClass().add("world-content");
        setContent(content);
    }

    private static Label heading(String key) {
        return Parts.label(PhoneTexts.TEXT.get(key), "ivrea-caption");
    }

    private static Label hint(String key) {
        Label hint = Parts.label(PhoneTexts.TEXT.get(key), "ivrea-muted", "ivrea-small");
        hint.setWrapText(true);
        return hint;
    }

    private GridPane policies() {
        var grid = new GridPane(12, 5);
        int row = 0;
        for (WorldKind kind : WorldKind.values()) {
            var choice = new ComboBox<AnswerPolicy>();
            choice.setId("world-" + kind.keyword());
            choice.getStyleClass().add("small");
            choice.getItems().setAll(AnswerPolicy.USUAL, AnswerPolicy.ASK);
            if (kind == WorldKind.HTTP) {
                choice.getItems().add(AnswerPolicy.LIVE);
            }
            choice.setConverter(new PolicyText(kind));
            choice.setValue(model.world().policy(kind));
            choice.setMaxWidth(Double.MAX_VALUE);
            choice.setPrefWidth(180);
            choice.valueProperty().addListener((_, _, policy) -> model.world(model.world().withPolicy(kind, policy)));
            Label name = Parts.label(PhoneTexts.TEXT.get("world." + kind.keyword()));
            name.setLabelFor(choice);
            grid.addRow(row++, name, choice);
        }
        return grid;
    }

    private static final class PolicyText extends StringConverter<AnswerPolicy> {
        private final WorldKind kind;

        PolicyText(WorldKind kind) {
            this.kind = kind;
        }

        @Override
        public String toString(AnswerPolicy policy) {
            if (policy == null) {
                return "";
            }
            return switch (policy) {
                case USUAL -> PhoneTexts.TEXT.get("policy.usual." + kind.keyword());
                case ASK -> PhoneTexts.TEXT.get("policy.ask");
                case LIVE -> PhoneTexts.TEXT.get("policy.live");
            };
        }

        @Override
        public AnswerPolicy fromString(String text) {
            throw new UnsupportedOperationException("the choice is not editable");
        }
    }

    private void readStubs(String text) {
        StubText.Read read = StubText.read(text);
        Parts.show(stubProblem, !read.isComplete());
        if (read.isComplete()) {
            model.world(model.world().withStubs(read.stubs()));
        } else {
            stubProblem.setText(PhoneTexts.TEXT.get("world.line", read.line(), read.problem()));
        }
    }

    private void readServices(String text) {
        Map<String, String> addresses = new LinkedHashMap<>();
        try {
            for (String line : text.lines().filter(it -> !it.isBlank()).toList()) {
                int equals = line.indexOf('=');
                if (equals < 1) {
                    throw new IllegalArgumentException(PhoneTexts.TEXT.get("world.wrong-service"));
                }
                addresses.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
            }
            HttpEnvironment allowed = AllowedHosts.of(addresses);
            Parts.show(serviceProblem, false);
            model.world(model.world().withHttp(allowed));
        } catch (IllegalArgumentException e) {
            serviceProblem.setText(e.getMessage());
            Parts.show(serviceProblem, true);
        }
    }
}
