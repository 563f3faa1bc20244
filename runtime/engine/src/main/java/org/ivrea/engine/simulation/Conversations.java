package org.ivrea.engine.simulation;

import java.util.Objects;
import org.ivrea.engine.call.Operation.ConferenceOutcome;
import org.ivrea.engine.call.Operation.Execute;
import org.ivrea.engine.call.Operation.JoinConference;
import org.ivrea.engine.call.Operation.LeaveVoicemail;
import org.ivrea.engine.call.Operation.Listen;
import org.ivrea.engine.call.Operation.SpeechOutcome;
import org.ivrea.engine.call.Operation.SpeechResult;
import org.ivrea.engine.call.Operation.VoicemailResult;

/// Where the caller speaks: to a mailbox, in a conference, to a speech recognizer, to an application of the switch.
final class Conversations {
    static final Answer.Voicemail USUAL_MESSAGE = new Answer.Voicemail(Recordings.USUAL_SPEECH_MS);
    static final Answer.Conference USUAL_STAY = new Answer.Conference(ConferenceOutcome.LEFT, 60_000);
    static final Answer.Execute USUAL_RUN = new Answer.Execute(true);
    static final Answer.Speech USUAL_SPEECH = new Answer.Speech(SpeechOutcome.NO_INPUT, "", 0);
    /// How long it takes to speak an answer that a recognizer understands.
    private static final long USUAL_ANSWER_MS = 1_500;

    private final Line line;
    private final Playback playback;
    private final Answers answers;

    Conversations(Line line, Playback playback, Answers answers) {
        this.line = line;
        this.playback = playback;
        this.answers = answers;
    }

    VoicemailResult voicemail(LeaveVoicemail voicemail) {
        if (voicemail.greeting() != null) {
            playback.run(voicemail.greeting(), Playback.TO_THE_END, line::passOn);
        }
        line.waitUntil(line.now() + Recordings.BEEP_MS, line::passOn);
        Answer.Voicemail answer = Objects.requireNonNullElse(
                answers.find(Answer.Voicemail.class, voicemail, voicemail.mailbox()), USUAL_MESSAGE);
        line.waitUntil(line.now() + answer.spokenMs(), line::passOn);
        return new VoicemailResult(answer.spokenMs() > 0, answer.spokenMs());
    }

    ConferenceOutcome conference(JoinConference conference) {
        Answer.Conference answer = Objects.requireNonNullElse(
                answers.find(Answer.Conference.class, conference, conference.room()), USUAL_STAY);
        if (answer.outcome() == ConferenceOutcome.LEFT) {
            line.waitUntil(line.now() + answer.stayMs(), line::passOn);
        }
        return answer.outcome();
    }

    /// Keys are the application's while it runs.
    Boolean execute(Execute execute) {
        Answer.Execute answer = Objects.requireNonNullElse(
                answers.find(Answer.Execute.class, execute, execute.name()), USUAL_RUN);
        line.waitUntil(line.now() + answer.afterMs(), line::passOn);
        return answer.worked();
    }

    /// A key that interrupts the prompt, or comes after it, is the answer if keys are taken.
    SpeechResult listen(Listen listen, String node) {
        var keys = new ListenKeys(listen);
        keys.takeTypedAhead();
        if (keys.text.isEmpty()) {
            playback.run(listen.prompt(), Playback.TO_THE_END, keys::stopPrompt);
        }
        if (!keys.text.isEmpty()) {
            return keys.rest();
        }
        Answer.Speech answer = Objects.requireNonNullElse(answers.find(Answer.Speech.class, listen, node),
                USUAL_SPEECH);
        boolean spoken = answer.outcome() == SpeechOutcome.SPEECH || answer.outcome() == SpeechOutcome.NO_MATCH;
        long lasts = spoken
                ? Math.min(USUAL_ANSWER_MS + listen.endSilenceMs(), listen.maxMs())
                : listen.noInputMs();
        if (line.waitUntil(line.now() + lasts, keys)) {
            return keys.rest();
        }
        return new SpeechResult(answer.outcome(), answer.text(), answer.confidence());
    }

    private final class ListenKeys implements KeyListener {
        private final Listen listen;
        private final StringBuilder text = new StringBuilder();

        ListenKeys(Listen listen) {
            this.listen = listen;
        }

        void takeTypedAhead() {
            for (char key = next(); key != Line.NONE; key = next()) {
                text.append(key);
            }
        }

        /// Takes the keys that follow: they may come as far apart as the silence is long that ends speech.
        SpeechResult rest() {
            boolean more = true;
            while (more) {
                more = line.waitUntil(line.now() + listen.endSilenceMs(), this);
            }
            return new SpeechResult(SpeechOutcome.KEYS, text.toString(), 1);
        }

        private char next() {
            return listen.dtmfToo() ? line.takeTyped() : Line.NONE;
        }

        boolean stopPrompt(char key) {
            return stops(key) && listen.bargeIn().has(key);
        }

        @Override
        public boolean stops(char key) {
            if (!listen.dtmfToo()) {
                return line.typeAhead(key);
            }
            line.pressed(key, listen.secret());
            text.append(key);
            return true;
        }
    }
}
