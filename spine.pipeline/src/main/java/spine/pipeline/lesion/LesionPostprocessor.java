package spine.pipeline.lesion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import spine.api.anatomy.SpineAnatomy;
import spine.api.image.ClassProbabilities;
import spine.api.image.Study;
import spine.api.model.ModelCard;
import spine.api.model.OperatingPoints;
import spine.api.report.ImageFinding;
import spine.api.score.LesionMap;

/**
 * What counts in a study of the answer of an oedema model. Where nothing in a study is convincing, nothing is scored: a region that counts beside
 * others is more likely an artefact where it is alone. Its image is called inflamed all the same, so that somebody looks at it.
 */
public final class LesionPostprocessor {
    private final ModelCard card;
    private final Study study;
    private final SpineAnatomy anatomy;
    private final List<ClassProbabilities> maps;
    private final List<LesionMap> lesions;

    /**
     * @param card of the model, whose operating points apply
     * @param maps its answer, in the order of the study's stacks
     */
    public LesionPostprocessor(ModelCard card, Study study, SpineAnatomy anatomy, List<ClassProbabilities> maps) {
        this.card = card;
        this.study = study;
        this.anatomy = anatomy;
        this.maps = maps;
        OperatingPoints points = card.points();
        boolean convincing = points.study() <= points.pixel() || filtered(points.study()).stream().anyMatch(LesionPostprocessor::shows);
        this.lesions = convincing ? filtered(points.pixel()) : study.stacks().stream().map(LesionMap::none).toList();
    }

    /** What is scored, by stack. */
    public List<LesionMap> lesions() {
        return lesions;
    }

    /** What is said of every image, in stack order. */
    public List<ImageFinding> images() {
        List<LesionMap> suspects = filtered(card.points().image());
        List<ImageFinding> images = new ArrayList<>();
        for (int i = 0; i < study.stacks().size(); i++) {
            images.addAll(ImageFindings.of(study.stacks().get(i), anatomy.stacks().get(i), maps.get(i), card.imageCalibration(),
                    List.of(lesions.get(i), suspects.get(i))));
        }
        return images;
    }

    private List<LesionMap> filtered(double point) {
        LesionFilter filter = new LesionFilter(point);
        return IntStream.range(0, study.stacks().size())
                .mapToObj(i -> filter.filter(study.stacks().get(i), anatomy.stacks().get(i), maps.get(i))).toList();
    }

    private static boolean shows(LesionMap map) {
        for (byte[] slice : map.lesion()) {
            for (byte pixel : slice) {
                if (pixel != 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
