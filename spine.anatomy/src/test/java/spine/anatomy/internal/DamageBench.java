package spine.anatomy.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints how often all levels are named right under every damage: {@code DamageBench FIRST_SEED SEEDS}. */
final class DamageBench {

    private DamageBench() {
    }

    public static void main(String[] args) {
        long first = Long.parseLong(args[0]);
        int seeds = Integer.parseInt(args[1]);
        System.out.println("right = all levels, wrong = a wrong name, sure = wrong with confidence > 0.5, silent = wrong, no warning");
        List<NameScore> whole = new ArrayList<>();
        for (Damage damage : Damage.values()) {
            List<NameScore> scores = new ArrayList<>();
            for (View view : List.of(View.ONE_STACK, View.TWO_STATIONS, View.THREE_STATIONS)) {
                scores.addAll(scores(first, seeds, view, damage));
            }
            print(damage.name(), scores);
            whole.addAll(scores);
        }
        print("whole spines", whole);
        for (View view : View.values()) {
            List<NameScore> scores = new ArrayList<>();
            for (Damage damage : List.of(Damage.NONE, Damage.HOLES, Damage.MISSED_DISC, Damage.BLOBS, Damage.NOISE)) {
                scores.addAll(scores(first, seeds, view, damage));
            }
            print(view.name(), scores);
        }
    }

    private static List<NameScore> scores(long first, int seeds, View view, Damage damage) {
        List<NameScore> scores = new ArrayList<>();
        for (long seed = first; seed < first + seeds; seed++) {
            NameScore score = NameScore.of(seed, view, damage);
            if (!score.allRight() && Boolean.getBoolean("bench.list")) {
                System.out.println("  " + seed + " " + view + " " + damage + " " + score);
            }
            scores.add(score);
        }
        return scores;
    }

    private static void print(String name, List<NameScore> scores) {
        double n = scores.size() / 100.0;
        System.out.printf(Locale.ROOT, "%-20s right %5.1f  wrong %5.1f  sure %5.1f  silent %5.1f  (n %d)%n", name,
                scores.stream().filter(NameScore::allRight).count() / n, scores.stream().filter(s -> s.wrong() > 0).count() / n,
                scores.stream().filter(s -> s.wrongAndSure() > 0).count() / n,
                scores.stream().filter(s -> s.wrong() > 0 && !s.warned()).count() / n, scores.size());
    }
}
