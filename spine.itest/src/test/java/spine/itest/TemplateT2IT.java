package spine.itest;

import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;
import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.anatomy.DiscLevel;
import spine.dicom.DicomCodec;
import spine.api.image.SeriesChoice;
import spine.api.image.StudyReader;
import spine.api.service.ScoringRequest;
import spine.api.service.SpineScoring;

/**
 * The PAM50 template, an average of fifty real T2-weighted spines from the brain stem to L3, whose discs have been labelled
 * by its makers: a stranger in contrast and posture to models that were trained on synthetic STIR. Its label n is the disc
 * above vertebra n, counted from C1; label 2 marks the base of the dens, where C2 has no disc.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class TemplateT2IT {
    private static final int LABEL_OF_C2_C3 = 3;
    private static final double NEAR_MM = 6;

    @Inject
    private BundleContext context;

    @Configuration
    public Option[] platform() {
        return new Option[] {RunSet.platform()};
    }

    @Test
    public void everyLabelledDiscIsFoundUnderItsNameInSlicesOfThreeMillimetres() throws Exception {
        everyLabelledDiscIsFoundUnderItsName(3);
    }

    @Test
    public void andOfFour() throws Exception {
        everyLabelledDiscIsFoundUnderItsName(4);
    }

    /** @param voxels of 1 mm that make a slice */
    private void everyLabelledDiscIsFoundUnderItsName(int voxels) throws Exception {
        Path template = SpineVolumes.named("PAM50_small_t2.nii.gz");
        Path discs = SpineVolumes.named("PAM50_small_label_disc.nii.gz");
        Path work = Files.createTempDirectory(Path.of(System.getProperty("it.work")), "template");
        new SagittalSeries(NiftiVolume.read(template), voxels)
                .write(Services.get(context, DicomCodec.class), work.resolve("series"));

        Services.get(context, SpineScoring.class).score(Services.get(context, StudyReader.class)
                .find(List.of(work.resolve("series")), new SeriesChoice(Set.of(SagittalSeries.SERIES_UID), true)).get(0),
                new ScoringRequest(List.of("sparcc"), List.of("json"), work.resolve("result")), Progress.SILENT, new Cancellation());

        JsonNode report = new ObjectMapper().readTree(work.resolve("result/report.json").toFile());
        Map<String, Double> heights = new HashMap<>();
        report.at("/anatomy/discs").forEach(disc -> heights.put(disc.path("level").asText(), disc.path("centreMm").path(2).asDouble()));
        NiftiVolume labels = NiftiVolume.read(discs);
        int labelled = 0;
        int found = 0;
        for (int i = 0; i < labels.voxels().length; i++) {
            int label = Math.round(labels.voxels()[i]);
            if (label >= LABEL_OF_C2_C3) {
                double height = labels.origin()[2] + i / (labels.size()[0] * labels.size()[1]) * labels.spacing()[2];
                Double ours = heights.get(DiscLevel.ALL.get(label - LABEL_OF_C2_C3).label());
                labelled++;
                found += ours != null && Math.abs(ours - height) <= NEAR_MM ? 1 : 0;
            }
        }
        System.out.println("PAM50: " + found + " of " + labelled + " labelled discs under their names, " + report.path("warnings"));
        assertTrue(found + " of " + labelled, labelled == 17 && found == labelled);
    }
}
