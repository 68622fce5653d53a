package spine.itest;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import spine.api.score.Score;
import spine.api.score.ScoringInput;
import spine.api.score.UnitScore;

/** Does to the process that it runs in what its id says. */
public class EvilIndex extends TrialIndex {
    /** Of {@code huge}: more than any answer may have. */
    private static final int MUCH = 20_000_000;

    @Override
    public Score score(ScoringInput input) {
        switch (id()) {
            case "exits" -> System.exit(1);
            case "halts" -> Runtime.getRuntime().halt(0);
            case "hoards" -> {
                List<long[]> all = new ArrayList<>();
                while (!all.contains(null)) {
                    all.add(new long[1_000_000]);
                }
            }
            case "overflows" -> overflow(0);
            case "sleeps" -> sleep();
            case "writes" -> write();
            case "prints" -> System.out.println("no message of the protocol");
            case "huge" -> {
                return new Score(id(), "1.0.0", Map.of("total", 0.0), List.of(), List.of(), List.of("x".repeat(MUCH)));
            }
            case "steals" -> {
                input.study().stacks().forEach(stack -> stack.slices().forEach(slice -> Arrays.fill(slice.pixels(), 1e6f)));
                input.lesions().forEach(map -> Arrays.stream(map.lesion()).forEach(slice -> Arrays.fill(slice, (byte) 1)));
                List<UnitScore> none = input.anatomy().units().stream().map(UnitScore::zero).toList();
                return new Score("sparcc", "1.0.0", Map.of("total23", 92.0), List.of(), none, List.of());
            }
            default -> { }
        }
        return super.score(input);
    }

    private static int overflow(int depth) {
        return overflow(depth + 1) + 1;
    }

    private static void sleep() {
        try {
            TimeUnit.DAYS.sleep(1);
        } catch (InterruptedException deaf) {
            sleep();
        }
    }

    private static void write() {
        try {
            new FileOutputStream(FileDescriptor.out).write("no message of the protocol".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sleep();
    }
}
