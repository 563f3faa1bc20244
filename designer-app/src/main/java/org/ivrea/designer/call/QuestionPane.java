package org.ivrea.designer.call;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ivrea.designer.simulation.Question;
import org.ivrea.designer.simulation.StubText;
import org.ivrea.designer.simulation.WorldKind;
import org.ivrea.engine.simulation.Answer;
import org.jspecify.annotations.Nullable;

/// Asks what the world answers, in the middle of the call: to be chosen or written.
final class QuestionPane extends VBox {

    /// Given the person's answer; `null` for what is usual.
    interface Answered extends Consumer<@Nullable Answer> {}

    private final Label title = Parts.label("", "question-title");
    private final FlowPane choices = new FlowPane(6, 6);
    private final TextField own = new TextField();
    private final Label problem = Parts.label("", "ivrea-error", "ivrea-small");
    private final Answered answered;
    private @Nullable Question question;

    QuestionPane(Answered answered) {
        this.answered = answered;
        setId("question");
        getStyleClass().add("question");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        own.setId("question-own");
        own.setOnAction(_ -> submit());
        HBox.setHgrow(own, Priority.ALWAYS);
        Button send = Parts.button("question-send", PhoneTexts.TEXT.get("question.send"), this::submit);
        getChildren().addAll(title, choices, new HBox(6, own, send), problem);
    }

    void show(@Nullable Question asked) {
        Parts.show(this, asked != null);
        if (asked == null || asked.equals(question)) {
            question = asked;
            return;
        }
        question = asked;
        title.setText(asked.kind() == WorldKind.CLOCK
                ? PhoneTexts.TEXT.get("question.clock", asked.node(), asked.subject())
                : PhoneTexts.TEXT.get("question.title", PhoneTexts.TEXT.get("world." + asked.kind().keyword()),
                        asked.subject()));
        own.setPromptText(PhoneTexts.TEXT.get("question.own", asked.kind().examples().getLast()));
        own.clear();
        Parts.show(problem, false);
        choices.getChildren().clear();
        for (Question.Choice choice : asked.choices()) {
            Button button = Parts.button("answer-" + choices.getChildren().size(), choice.label(),
                    () -> answer(choice.text()));
            button.getStyleClass().add("small");
            choices.getChildren().add(button);
        }
        Button usual = Parts.button("answer-usual", PhoneTexts.TEXT.get("question.usual"), () -> answered.accept(null));
        usual.getStyleClass().addAll("small", "flat");
        choices.getChildren().add(usual);
    }

    private void submit() {
        if (!own.getText().isBlank()) {
            answer(own.getText());
        }
    }

    private void answer(String text) {
        Question asked = question;
        if (asked == null) {
            return;
        }
        try {
            answered.accept(StubText.answer(asked.kind(), text));
        } catch (IllegalArgumentException e) {
            problem.setText(e.getMessage());
            Parts.show(problem, true);
        }
    }
}
