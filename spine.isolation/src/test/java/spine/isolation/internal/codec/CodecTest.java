package spine.isolation.internal.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.anatomy.NumericalVariant;
import spine.api.image.Acquisition;
import spine.api.image.ClassProbabilities;
import spine.api.image.Note;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.StackRegion;
import spine.api.image.Study;
import spine.api.image.StudyLabel;
import spine.api.image.Vec3;
import spine.api.model.ChangeRule;
import spine.api.model.FindingRule;
import spine.api.model.IntervalRule;
import spine.api.model.ModelCard;
import spine.api.score.Quadrant;
import spine.api.score.Score;
import spine.api.score.ScoringInput;
import spine.api.score.SliceFinding;
import spine.api.score.UnitScore;
import spine.tck.SampleSpine;

class CodecTest {
    private static final long ENOUGH = 1 << 26;

    @Test
    void inputsOfEveryAnatomyAreTheSameAfterwards() throws IOException {
        for (NumericalVariant variant : NumericalVariant.values()) {
            same(SampleSpine.of(variant).oedemaEverywhere().input());
        }
        same(SampleSpine.whole().withoutCanal().inTwoStations().input());
    }

    @Test
    void oddNumbersTextsAndAddressesAreTheSameAfterwards() throws IOException {
        ScoringInput sample = SampleSpine.whole().input();
        float[] odd = {Float.MIN_VALUE, -0f, Float.MAX_VALUE, Float.intBitsToFloat(0x7fc00001)};
        SlicePlane plane = new SlicePlane(new Vec3(-0.0, Double.MIN_VALUE, 1e300), new Vec3(0, 1, 0), new Vec3(0, 0, -1), 0.1, 3);
        Slice slice = new Slice("1.2", "", plane, 2, 2, odd, Optional.of(URI.create("file:///tmp/a%20%C3%A9")));
        SliceStack stack = new SliceStack("1", "", "\ud800 alone, \u0000, 😀", new Acquisition(Double.NaN,
                Double.longBitsToDouble(0x7ff8000000000123L), 1, 2, 3, "ä"), List.of(slice));
        Study study = new Study("1.2.3", List.of(stack), List.of(Note.warning("w"), Note.info("i")),
                new StudyLabel(Optional.of(""), Optional.of("2020-01-02")));
        ScoringInput back = same(new ScoringInput(study, sample.anatomy(), List.of()));
        Slice again = back.study().stacks().get(0).slices().get(0);
        assertEquals(slice.source(), again.source());
        assertEquals(study.label(), back.study().label());
        assertEquals(stack.description(), back.study().stacks().get(0).description());
        assertEquals(0x7ff8000000000123L, Double.doubleToRawLongBits(back.study().stacks().get(0).acquisition().echoTimeMs()));
        assertArrayEquals(bits(odd), bits(again.pixels()));
    }

    @Test
    void scoresAreTheSameAfterwards() throws IOException {
        Score score = score(new SplittableRandom(5));
        assertEquals(score, in(bytes(out -> ScoreCodec.writeScore(out, score)), ScoreCodec::readScore));
        Score unscored = score.unscored();
        assertEquals(unscored, in(bytes(out -> ScoreCodec.writeScore(out, unscored)), ScoreCodec::readScore));
    }

    @Test
    void cardsRegionsAndProbabilitiesAreTheSameAfterwards() throws IOException {
        ModelCard bare = new ModelCard("m", "1.0.0", "bmo", List.of("background", "oedema"), Map.of("k", "v"), 0.5, "t",
                Map.of("dice", 0.7), "u", "0".repeat(64));
        ModelCard card = bare.withFindings(new FindingRule(0.2, 0.5, -1.5, Map.of("peak", new FindingRule.Term(1.25, -3)), "b"))
                .withIntervals(new IntervalRule("sparcc", 0.9, 0.6, 0.3, Map.of("total23", -0.5),
                        Map.of("x", new IntervalRule.Range(-1, 2)), "1".repeat(64), "c", Map.of("spine.sparcc.a", "1")))
                .withChange(new ChangeRule("sparcc", Map.of("total6", 4.5), 2, 40, "1".repeat(64), "d", Map.of("spine.sparcc.a", "1")));
        for (ModelCard each : List.of(bare, card)) {
            assertEquals(each, in(bytes(out -> ModelCodec.writeCard(out, each)), ModelCodec::readCard));
        }
        SliceStack stack = SampleSpine.whole().input().study().stacks().get(0);
        StackRegion region = StackRegion.around(stack, slice -> pixel -> slice % 2 == 0 && pixel % 7 == 3);
        assertEquals(region, in(bytes(out -> ImageCodec.writeRegion(out, region)), ImageCodec::readRegion));
        ClassProbabilities maps = new ClassProbabilities(List.of("a", "b"), new byte[][][] {{{1, 2}, {3, -1}}, {{0, 5}, {-128, 127}}});
        byte[] once = bytes(out -> ModelCodec.writeProbabilities(out, maps));
        ClassProbabilities back = in(once, ModelCodec::readProbabilities);
        assertArrayEquals(once, bytes(out -> ModelCodec.writeProbabilities(out, back)));
        assertArrayEquals(new byte[] {-128, 127}, back.map(1, 1));
    }

    @Test
    void propertiesKeepTheirTypes() throws IOException {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("t", "text");
        properties.put("b", true);
        properties.put("i", 7);
        properties.put("l", 8L);
        properties.put("d", 0.1);
        properties.put("f", 0.1f);
        properties.put("list", List.of("x", 1));
        assertEquals(properties, in(bytes(out -> PropertyCodec.write(out, properties)), PropertyCodec::read));
        for (Object array : List.of(new String[] {"a", "b"}, new Integer[] {1, 2}, new String[0])) {
            Object back = in(bytes(out -> PropertyCodec.write(out, Map.of("k", array))), PropertyCodec::read).get("k");
            assertEquals(array.getClass(), back.getClass());
            assertArrayEquals((Object[]) array, (Object[]) back);
        }
        assertArrayEquals(new Integer[] {3, 4}, (Object[]) in(bytes(out -> PropertyCodec.write(out, Map.of("k", new int[] {3, 4}))),
                PropertyCodec::read).get("k"));
    }

    /** Cut at every byte, and with a length at every place that is more than there is. */
    @Test
    void whatIsCutOrLiesAboutItsLengthIsRefused() throws IOException {
        byte[] good = bytes(out -> ScoreCodec.writeScore(out, score(new SplittableRandom(6))));
        for (int length = 0; length < good.length; length++) {
            byte[] cut = Arrays.copyOf(good, length);
            assertThrows(IOException.class, () -> in(cut, ScoreCodec::readScore), "cut after " + length);
        }
        for (int at = 0; at + Integer.BYTES <= good.length; at++) {
            for (int lie : new int[] {Integer.MAX_VALUE, -1, 1 << 28}) {
                byte[] lying = good.clone();
                ByteBuffer.wrap(lying).putInt(at, lie);
                harmless(lying);
            }
        }
    }

    @Test
    void whatIsDamagedAtRandomIsRefusedOrReadAndNeverMore() throws IOException {
        byte[] good = bytes(out -> ScoreCodec.writeScore(out, score(new SplittableRandom(7))));
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 5_000; i++) {
            byte[] damaged = good.clone();
            for (int n = 0; n <= random.nextInt(4); n++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            harmless(damaged);
        }
    }

    @Test
    void noMoreIsReadThanIsAllowed() throws IOException {
        byte[] pixels = bytes(out -> out.bytes(new byte[1000]));
        assertEquals(1000, new ValueInput(new ByteArrayInputStream(pixels), 1004).bytes().length);
        assertThrows(UnreadableValueException.class, () -> new ValueInput(new ByteArrayInputStream(pixels), 1003).bytes());
        assertThrows(UnreadableValueException.class, () -> new ValueInput(new ByteArrayInputStream(pixels), 3).number());
    }

    private static ScoringInput same(ScoringInput input) throws IOException {
        byte[] once = bytes(out -> ScoreCodec.writeInput(out, input));
        ScoringInput back = in(once, ScoreCodec::readInput);
        assertArrayEquals(once, bytes(out -> ScoreCodec.writeInput(out, back)));
        assertEquals(input.anatomy().units(), back.anatomy().units());
        assertEquals(input.anatomy().variant(), back.anatomy().variant());
        return back;
    }

    private static Score score(SplittableRandom random) {
        List<UnitScore> units = new ArrayList<>();
        for (DiscLevel level : NumericalVariant.L6.rows().subList(18, 24)) {
            SliceFinding finding = new SliceFinding("1.2.3", Set.of(Quadrant.UPPER_ANTERIOR, Quadrant.LOWER_POSTERIOR),
                    random.nextBoolean(), random.nextBoolean(), random.nextDouble(), 5.5, Double.NaN);
            units.add(new UnitScore(new DiscovertebralUnit(level, random.nextBoolean(), random.nextInt(3), random.nextDouble()),
                    random.nextInt(18), List.of("1.2." + random.nextInt(100)), List.of(finding),
                    Map.of("oedemaPercent", random.nextDouble())));
        }
        return new Score("x", "1.0.0", Map.of("total", random.nextDouble()), Map.of("total", 414.0, "other", 1.0), List.of("C2/3"), units,
                List.of("a sentence"));
    }

    /** An exception of the reader, or of a record that cannot be: {@code Wire} makes one of both. */
    private static void harmless(byte[] bytes) {
        try {
            in(bytes, ScoreCodec::readScore);
        } catch (IOException | IllegalArgumentException expected) {
            // What matters is that nothing else comes, such as an error for want of memory.
        }
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToRawIntBits(values[i]);
        }
        return bits;
    }

    private interface Body {
        void write(ValueOutput out) throws IOException;
    }

    private static byte[] bytes(Body body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        body.write(new ValueOutput(bytes));
        return bytes.toByteArray();
    }

    private static <T> T in(byte[] bytes, ValueInput.Reader<T> reader) throws IOException {
        ValueInput in = new ValueInput(new ByteArrayInputStream(bytes), Math.min(ENOUGH, bytes.length));
        T value = reader.read(in);
        in.end();
        return value;
    }
}
