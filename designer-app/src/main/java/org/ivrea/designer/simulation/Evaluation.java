package org.ivrea.designer.simulation;

/// What came of an expression or a change that the person tried during a call.
///
/// @param text the value as an expression would write it, or what is wrong, for people
public record Evaluation(boolean worked, String text) {
    static Evaluation of(String value) {
        return new Evaluation(true, value);
    }

    static Evaluation failed(String why) {
        return new Evaluation(false, why);
    }
}
