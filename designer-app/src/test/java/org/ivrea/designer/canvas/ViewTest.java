package org.ivrea.designer.canvas;

import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ZoomEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ViewTest extends CanvasFixture {

    private double x() {
        return canvas().view().viewport().translateX();
    }

    private double y() {
        return canvas().view().viewport().translateY();
    }

    @Test
    void theMiddleButtonPans() {
        drag(at(650, 500), at(650, 500).add(70, -40), MouseButton.MIDDLE);

        assertThat(x()).isEqualTo(70);
        assertThat(y()).isEqualTo(-40);
    }

    @Test
    void aDragWithTheSpaceKeyPans() {
        robot.press(KeyCode.SPACE);
        drag(title("menu"), title("menu").add(50, 60));
        robot.release(KeyCode.SPACE);

        assertThat(x()).isEqualTo(50, within(1.0));
        assertThat(y()).isEqualTo(60, within(1.0));
        assertThat(editor.undoName()).isNull();
    }

    @Test
    void scrollingPansAndWithTheControlKeyZoomsAtThePointer() {
        robot.moveTo(at(650, 500)).scroll(2, VerticalDirection.DOWN);
        settle();
        assertThat(y()).isNotZero();
        scrollHolding(KeyCode.SHIFT, at(650, 500), 80);
        assertThat(x()).isEqualTo(80);

        Point2D pointer = title("menu");
        scrollHolding(KeyCode.CONTROL, pointer, 120);
        assertThat(canvas().zoomProperty().get()).isGreaterThan(1.1);
        assertThat(title("menu").distance(pointer)).isLessThan(2);
    }

    @Test
    void twoFingersZoomAtThePlaceBetweenThem() {
        Point2D place = title("menu");
        Point2D local = canvas().view().screenToLocal(place);
        robot.interact(() -> Event.fireEvent(canvas().view(), new ZoomEvent(ZoomEvent.ZOOM, local.getX(), local.getY(),
                place.getX(), place.getY(), false, false, false, false, true, false, 1.5, 1.5, null)));
        settle();
        assertThat(canvas().zoomProperty().get()).isEqualTo(1.5, within(0.01));
        assertThat(title("menu").distance(place)).isLessThan(25);
    }

    @Test
    void fitShowsTheWholeFlow() {
        robot.interact(() -> canvas().zoomTo(2));
        robot.clickOn("#zoom-fit");

        var visible = canvas().view().viewport().visible();
        canvas().view().graph().boxes().forEach(box -> assertThat(visible.contains(box.bounds())).isTrue());
    }

    @Test
    void theZoomControlAndKeysZoom() {
        robot.clickOn("#zoom-in");
        assertThat(canvas().zoomProperty().get()).isEqualTo(1.25, within(1e-9));
        robot.clickOn("#zoom-factor");
        assertThat(canvas().zoomProperty().get()).isEqualTo(1);
        robot.clickOn(at(650, 500));
        robot.type(KeyCode.MINUS);
        assertThat(canvas().zoomProperty().get()).isEqualTo(0.8, within(1e-9));
    }

    @Test
    void theMinimapGoesWhereItIsClickedAndDragged() {
        Bounds map = find("minimap").localToScreen(find("minimap").getBoundsInLocal());
        robot.clickOn(map.getMinX() + 30, map.getMinY() + 30);
        settle();
        Point2D first = canvas().visibleCentre();
        robot.press(MouseButton.PRIMARY).moveBy(60, 30).release(MouseButton.PRIMARY);
        settle();

        assertThat(canvas().visibleCentre().getX()).isGreaterThan(first.getX() + 100);
        assertThat(canvas().visibleCentre().getY()).isGreaterThan(first.getY() + 50);
    }

    @Test
    void theMinimapFadesOverABoxUnlessThePointerIsOnIt() {
        assertThat(find("minimap").getOpacity()).isGreaterThan(0.9);
        Bounds map = find("minimap").getBoundsInParent();
        robot.interact(() -> {
            var viewport = canvas().view().viewport();
            var bye = box("bye").bounds();
            viewport.panBy(map.getCenterX() - viewport.viewX(bye.centreX()),
                    map.getCenterY() - viewport.viewY(bye.centreY()));
        });
        settle();
        assertThat(find("minimap").getOpacity()).isLessThan(0.5);
        robot.moveTo("#minimap");
        settle();
        assertThat(find("minimap").getOpacity()).isEqualTo(1);
    }

    @Test
    void revealBringsANodeIntoView() {
        robot.interact(() -> canvas().view().viewport().panBy(-5000, -5000));
        robot.interact(() -> canvas().reveal("bye"));

        assertThat(canvas().view().viewport().visible().contains(box("bye").bounds())).isTrue();
    }

    @Test
    void farAwayBoxesAreNoNodesOfTheSceneAnyMore() {
        assertThat(robot.lookup("#node-menu").tryQuery()).isPresent();
        robot.interact(() -> canvas().zoomTo(0.3));
        settle();
        assertThat(robot.lookup("#node-menu").tryQuery()).isEmpty();
        robot.interact(() -> canvas().zoomTo(0.5));
        settle();
        assertThat(robot.lookup("#node-menu").tryQuery()).isPresent();
    }

    @Test
    void boxesAndPortsHaveNamesForScreenReaders() {
        assertThat(find("node-menu").getAccessibleText()).contains("Main menu", "sales", "bye", "support");
        assertThat(find("port-menu-sales").getAccessibleText()).contains("sales", "Main menu", "bye");
    }
}
