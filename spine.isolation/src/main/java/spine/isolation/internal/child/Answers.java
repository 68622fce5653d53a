package spine.isolation.internal.child;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.image.ClassProbabilities;
import spine.api.image.SliceStack;
import spine.api.image.StackRegion;
import spine.api.score.Score;
import spine.api.score.ScoringInput;
import spine.common.text.FailureWords;
import spine.isolation.internal.codec.ImageCodec;
import spine.isolation.internal.codec.ModelCodec;
import spine.isolation.internal.codec.PropertyCodec;
import spine.isolation.internal.codec.ScoreCodec;
import spine.isolation.internal.codec.ValueInput;
import spine.isolation.internal.wire.MessageType;
import spine.isolation.internal.wire.Offer;
import spine.isolation.internal.wire.Wire;

/**
 * Answers one question after the other. Each is worked on in a thread of its own, so that this one goes on reading and notices the end of
 * the platform.
 */
final class Answers {
    private final Wire wire;
    private final ForeignBundle bundle;

    Answers(Wire wire, ForeignBundle bundle) {
        this.wire = wire;
        this.bundle = bundle;
    }

    /** Work on a question whose values have been read. */
    private interface Work {
        Wire.Body answer() throws Exception;
    }

    /** @throws IOException when nobody asks any more */
    void loop() throws IOException {
        while (true) {
            MessageType type = wire.next();
            // The platform is trusted: what it sends is bounded there.
            Work work = wire.read(Long.MAX_VALUE, in -> question(type, in));
            new Thread(() -> work(work), type.name()).start();
        }
    }

    private Work question(MessageType type, ValueInput in) throws IOException {
        switch (type) {
            case START -> {
                Map<String, Map<String, Object>> settings = in.map(PropertyCodec::read);
                return () -> {
                    List<Offer> offers = bundle.start(settings);
                    return out -> out.list(offers, Offer::write);
                };
            }
            case SCORE -> {
                int index = in.number();
                ScoringInput input = ScoreCodec.readInput(in);
                return () -> {
                    Score score = bundle.index(index).score(input);
                    return out -> out.optional(Optional.ofNullable(score), ScoreCodec::writeScore);
                };
            }
            case SEGMENT -> {
                int model = in.number();
                SliceStack stack = ImageCodec.readStack(in);
                Optional<StackRegion> region = in.optional(ImageCodec::readRegion);
                return () -> {
                    ClassProbabilities answer = segment(model, stack, region);
                    return out -> out.optional(Optional.ofNullable(answer), ModelCodec::writeProbabilities);
                };
            }
            default -> throw new IOException("no question");
        }
    }

    private ClassProbabilities segment(int model, SliceStack stack, Optional<StackRegion> region) {
        Progress progress = (step, done) -> {
            try {
                wire.send(MessageType.PROGRESS, out -> {
                    out.text(step);
                    out.real(done);
                });
            } catch (IOException ended) {
                // The reading thread notices it too.
            }
        };
        // Never cancelled here: the platform ends the process instead.
        Cancellation none = new Cancellation();
        return region.isPresent() ? bundle.model(model).segment(stack, region.get(), progress, none)
                : bundle.model(model).segment(stack, progress, none);
    }

    private void work(Work work) {
        try {
            Wire.Body answer;
            try {
                answer = work.answer();
            } catch (Throwable foreign) {
                foreign.printStackTrace();
                String what = FailureWords.of(foreign);
                // After an Error, such as an overflow of the stack, nobody knows in what state the code is.
                boolean broken = foreign instanceof Error;
                wire.send(MessageType.FAILED, out -> {
                    out.text(what.substring(0, Math.min(what.length(), 500)));
                    out.truth(broken);
                });
                return;
            }
            wire.send(MessageType.ANSWER, answer);
        } catch (Throwable unsent) {
            // Half an answer cannot be taken back.
            unsent.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }
}
