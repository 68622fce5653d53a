package spine.anatomy.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints how often all levels are labelled correctly under every corruption: {@code CorruptionBench FIRST_SEED SEEDS}. */
final class CorruptionBench {

    private CorruptionBench() {
    }

    public static void main(String[] args) {
        long first = Long.parseLong(args[0]);
        int seeds = Integer.parseInt(args[1]);
        System.out.println("right = all levels, wrong = a wrong name, sure = wrong with confidence > 0.5, silent = wrong, no warning");
        List<LabellingScore> whole = new ArrayList<>();
        for (Corruption corruption : Corruption.values()) {
            List<LabellingScore> scores = new ArrayList<>();
            for (Coverage coverage : List.of(Coverage.ONE_STACK, Coverage.TWO_STATIONS, Coverage.THREE_STATIONS)) {
                scores.addAll(scores(first, seeds, coverage, corruption));
            }
            print(corruption.name(), scores);
            whole.addAll(scores);
        }
        print("whole spines", whole);
        for (Coverage coverage : Coverage.values()) {
            List<LabellingScore> scores = new ArrayList<>();
            for (Corruption corruption : List.of(Corruption.NONE, Corruption.HOLES, Corruption.MISSED_DISC, Corruption.BLOBS,
                    Corruption.NOISE)) {
                scores.addAll(scores(first, seeds, coverage, corruption));
            }
            print(coverage.name(), scores);
        }
    }

    private static List<LabellingScore> scores(long first, int seeds, Coverage coverage, Corruption corruption) {
        List<LabellingScore> scores = new ArrayList<>();
        for (long seed = first; seed < first + seeds; seed++) {
            LabellingScore score = LabellingScore.of(seed, coverage, corruption);
            if (!score.allRight() && Boolean.getBoolean("bench.list")) {
                System.out.println("  " + seed + " " + coverage + " " + corruption + " " + score);
            }
            scores.add(score);
        }
        return scores;
    }

    private static void print(String name, List<LabellingScore> scores) {
        double n = scores.size() / 100.0;
        System.out.printf(Locale.ROOT, "%-20s right %5.1f  wrong %5.1f  sure %5.1f  silent %5.1f  (n %d)%n", name,
                scores.stream().filter(LabellingScore::allRight).count() / n, scores.stream().filter(s -> s.wrong() > 0).count() / n,
                scores.stream().filter(s -> s.wrongAndSure() > 0).count() / n,
                scores.stream().filter(s -> s.wrong() > 0 && !s.warned()).count() / n, scores.size());
    }
}
