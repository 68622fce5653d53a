package spine.pipeline.interval;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;
import spine.api.image.ClassProbabilities;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.model.ModelRole;
import spine.common.stats.OrderStatistics;

/** Measures the {@link StudyTrait}s of a study. */
public final class TraitMeasurement {
    /** Probabilities, in 255ths, between which the model is in doubt. */
    private static final int DOUBT_FROM = 51;
    private static final int DOUBT_TO = 204;

    private final Sample marrow = new Sample();
    private final Sample steps = new Sample();
    private final Sample canal = new Sample();
    private final Sample disc = new Sample();
    private long doubtful;

    private TraitMeasurement() {
    }

    /**
     * @param oedema the oedema model's answer, in the order of the study's stacks
     * @return every trait; NaN for one that the study does not show
     */
    public static Map<StudyTrait, Double> of(Study study, SpineAnatomy anatomy, List<ClassProbabilities> oedema) {
        TraitMeasurement measurement = new TraitMeasurement();
        for (int stack = 0; stack < oedema.size(); stack++) {
            measurement.add(study.stacks().get(stack), anatomy.stacks().get(stack), oedema.get(stack));
        }
        return measurement.traits();
    }

    private void add(SliceStack stack, StackAnatomy anatomy, ClassProbabilities oedema) {
        int lesion = oedema.indexOf(ModelRole.LESION);
        for (int slice = 0; slice < stack.slices().size(); slice++) {
            float[] pixels = stack.slices().get(slice).pixels();
            byte[] structures = anatomy.structures()[slice];
            byte[] inCanal = anatomy.canal()[slice];
            byte[] probability = oedema.map(lesion, slice);
            for (int i = 0; i < pixels.length; i++) {
                if (StackAnatomy.isBody(structures[i])) {
                    marrow.add(pixels[i]);
                    if (i % stack.columns() > 0 && structures[i - 1] == structures[i]) {
                        steps.add(Math.abs(pixels[i] - pixels[i - 1]));
                    }
                    int p = probability[i] & 0xff;
                    doubtful += p >= DOUBT_FROM && p <= DOUBT_TO ? 1 : 0;
                } else if (structures[i] != 0) {
                    disc.add(pixels[i]);
                } else if (inCanal[i] != 0) {
                    canal.add(pixels[i]);
                }
            }
        }
    }

    private Map<StudyTrait, Double> traits() {
        double normal = marrow.median();
        Map<StudyTrait, Double> traits = new EnumMap<>(StudyTrait.class);
        traits.put(StudyTrait.ROUGHNESS, steps.median() / normal);
        traits.put(StudyTrait.CANAL, canal.median() / normal);
        traits.put(StudyTrait.DISC, disc.median() / normal);
        traits.put(StudyTrait.DOUBT, marrow.size() == 0 ? Double.NaN : (double) doubtful / marrow.size());
        return Collections.unmodifiableMap(traits);
    }

    /** Values whose median is asked for once. */
    private static final class Sample {
        private double[] values = new double[1 << 12];
        private int size;

        void add(float value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        int size() {
            return size;
        }

        /** NaN if there is none. */
        double median() {
            return size == 0 ? Double.NaN : new OrderStatistics(values, size).at(size / 2);
        }
    }
}
