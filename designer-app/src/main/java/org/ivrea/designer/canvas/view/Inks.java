package org.ivrea.designer.canvas.view;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/// Holds the [colours][Ink] as styleable properties. Shows nothing.
final class Inks extends Region {
    private static final Map<Ink, CssMetaData<Inks, Paint>> METADATA = new EnumMap<>(Ink.class);
    private static final List<CssMetaData<? extends Styleable, ?>> ALL = new ArrayList<>(
            Region.getClassCssMetaData());

    static {
        for (Ink ink : Ink.values()) {
            var metadata = new InkMetaData(ink);
            METADATA.put(ink, metadata);
            ALL.add(metadata);
        }
    }

    private final Map<Ink, SimpleStyleableObjectProperty<Paint>> paints = new EnumMap<>(Ink.class);

    private static final class InkMetaData extends CssMetaData<Inks, Paint> {
        private final Ink ink;

        private InkMetaData(Ink ink) {
            super(ink.property(), StyleConverter.getPaintConverter(), Color.GRAY);
            this.ink = ink;
        }

        @Override
        public boolean isSettable(Inks inks) {
            return true;
        }

        @Override
        public StyleableProperty<Paint> getStyleableProperty(Inks inks) {
            return inks.property(ink);
        }
    }

    /// @param changed called when a colour changes
    Inks(Runnable changed) {
        getStyleClass().add("inks");
        setManaged(false);
        setMouseTransparent(true);
        METADATA.forEach((ink, metadata) -> {
            var property = new SimpleStyleableObjectProperty<Paint>(metadata, this, ink.property(), Color.GRAY);
            property.addListener(_ -> changed.run());
            paints.put(ink, property);
        });
    }

    private SimpleStyleableObjectProperty<Paint> property(Ink ink) {
        return Objects.requireNonNull(paints.get(ink));
    }

    Paint paint(Ink ink) {
        return property(ink).get();
    }

    Color color(Ink ink) {
        return paint(ink) instanceof Color color ? color : Color.GRAY;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return ALL;
    }
}
