package org.ivrea.designer.window;

import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.ivrea.designer.call.CallModel;
import org.ivrea.designer.canvas.FlowCanvas;
import org.ivrea.designer.edit.Edit;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.designer.edit.Selection;
import org.ivrea.designer.simulation.CallState.Phase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Calls as the whole window shows them.
class CallsInTheWindowTest extends WindowFixture {
    private CallModel calls() {
        return session().calls().desk().calls();
    }

    private FlowCanvas canvas(String flow) {
        return session().tabs().all().stream().filter(tab -> tab.flow().equals(flow)).findFirst().orElseThrow()
                .canvas().orElseThrow();
    }

    private void call() {
        robot.type(KeyCode.F5);
        await(() -> calls().state().isUp());
    }

    @Test
    void theCanvasFollowsTheCallIntoSubflowsAndShowsWhereItIs() {
        call();
        robot.interact(() -> Objects.requireNonNull(calls().session()).skipToCaller());
        await(() -> calls().state().phase() == Phase.HELD);

        assertThat(session().canvas().map(canvas -> canvas.editor().flow())).hasValue("sign-in");
        FlowCanvas inner = canvas("sign-in");
        assertThat(inner.overlay().currentNode()).isEqualTo("account");
        assertThat(canvas("bank").overlay().currentNode()).isEqualTo("sign-in");
        assertThat(canvas("bank").overlay().taken()).contains(new ExitRef("welcome", "next"));
        Bounds box = inner.lookup("#node-account").localToScene(inner.lookup("#node-account").getLayoutBounds());
        assertThat(inner.localToScene(inner.getLayoutBounds()).contains(box.getCenterX(), box.getCenterY())).isTrue();
    }

    @Test
    void aBreakpointOnAnExitIsSetInTheDrawingAndItsConditionWrittenBelow() {
        FlowCanvas canvas = canvas("bank");
        robot.interact(() -> canvas.actions().editBreakpoint(new ExitRef("welcome", "next")));
        await(() -> isThere("breakpoint-condition-0") && find("breakpoint-condition-0").isFocused());
        robot.write("call.caller != \"\"");
        assertThat(this.<TextField>find("breakpoint-condition-0").getText()).isEqualTo("call.caller != \"\"");
        assertThat(canvas.overlay().exitBreakpoints()).containsExactly(new ExitRef("welcome", "next"));

        call();
        robot.interact(() -> calls().speed(10));
        await(() -> calls().state().phase() == Phase.STOPPED);
        assertThat(canvas.overlay().currentNode()).isEqualTo("welcome");
        assertThat(canvas.overlay().lastTaken()).isEqualTo(new ExitRef("welcome", "next"));
    }

    @Test
    void anEditWhilePausedCountsFromTheNextCallOn() {
        robot.interact(() -> canvas("bank").actions().toggleBreakpoint(new ExitRef("entry", "next")));
        call();
        await(() -> calls().state().phase() == Phase.STOPPED);
        robot.interact(() -> {
            editor().apply(Edit.of("say something else", flow -> flow.withNode("welcome",
                    Objects.requireNonNull(flow.node("welcome")).withField("prompt", org.ivrea.flow.json.Json.arr(
                            java.util.List.of(org.ivrea.flow.json.Json.obj("text",
                                    org.ivrea.flow.json.Json.of("Something else. ".repeat(20)))))))));
            editor().select(Selection.NONE);
        });
        await(() -> find("call-outdated").isVisible());
        assertThat(this.<Label>find("call-outdated").getText()).contains("next call");
        robot.interact(() -> Objects.requireNonNull(calls().session()).step());
        await(() -> calls().state().phase() == Phase.STOPPED && "welcome".equals(canvas("bank").overlay()
                .currentNode()));
        robot.interact(() -> Objects.requireNonNull(calls().session()).resume());
        await(() -> calls().state().playing() != null);
        assertThat(Objects.requireNonNull(calls().state().playing()).text()).contains("Welcome to Example Bank");
        robot.interact(calls()::clearBreakpoints);
        robot.interact(calls()::hangUp);
        await(() -> calls().state().phase() == Phase.ENDED);
        call();
        await(() -> calls().state().playing() != null);
        assertThat(Objects.requireNonNull(calls().state().playing()).text()).contains("Something else");
        assertThat(find("call-outdated").isVisible()).isFalse();
    }
}
