package spine.pipeline.lesion;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;
import spine.api.image.ClassProbabilities;
import spine.api.image.SliceStack;
import spine.api.image.Study;

/** All candidate lesions of a study. */
public final class CandidateFindings {
    /** The least that counts for company, log odds. With 0.5 as good as without on the phantom of the fit, and best on another make. */
    private static final double LEAST_COMPANY = 0.5;

    private CandidateFindings() {
    }

    /**
     * @param point probability of oedema from which a pixel may belong to a finding, above 0, at most 1
     * @param maps the oedema model's answer, in the order of the study's stacks
     * @return stack by stack, in each from head to foot, in one body in the order of their first pixels
     */
    public static List<Candidate> of(double point, Study study, SpineAnatomy anatomy, List<ClassProbabilities> maps) {
        List<Candidate> all = IntStream.range(0, maps.size()).parallel()
                .mapToObj(i -> of(point, i, study.stacks().get(i), anatomy.stacks().get(i), maps.get(i))).flatMap(List::stream).toList();
        return all.stream().map(candidate -> candidate.among(company(candidate, all), all.size() - 1)).toList();
    }

    /** Of one stack, whose index that is. */
    private static List<Candidate> of(double point, int index, SliceStack stack, StackAnatomy structures, ClassProbabilities map) {
        List<List<SliceRegion>> found = new CandidateSearch(point).in(stack, structures, map);
        StackMarrow marrow = new StackMarrow(stack, structures, map, found);
        return found.stream().flatMap(pixels -> Candidate.of(index, pixels, marrow).stream())
                .sorted(Comparator.comparing(Candidate::vertebra)).toList();
    }

    /** The same lesion may be seen on two stations, so its own vertebra is no company. */
    private static double company(Candidate candidate, List<Candidate> all) {
        return all.stream().filter(other -> other.vertebra() != candidate.vertebra())
                .mapToDouble(other -> other.features().get(FindingFeature.MEAN))
                .reduce(LEAST_COMPANY, Math::max);
    }
}
