package spine.io.dicom.internal.sr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import spine.api.image.SliceStack;
import spine.api.model.ModelCard;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.api.score.ScoreIntervals;
import spine.io.dicom.internal.result.ImageReferences;
import spine.io.dicom.internal.result.ResultSeries;
import spine.io.dicom.internal.result.SourceImages;
import spine.io.dicom.internal.seg.UnitSegmentation;
import spine.io.dicom.internal.uid.DerivedUid;

/** The content tree of a report after TID 1500 (PS3.16). */
final class ReportTree {
    private final ScoringResult result;
    private final SourceImages images;
    private final Optional<UnitSegmentation> segments;

    /** @param segments empty where nothing was found to measure: the report then says why */
    ReportTree(ScoringResult result, SourceImages images, Optional<UnitSegmentation> segments) {
        this.result = result;
        this.images = images;
        this.segments = segments;
    }

    ContentItem root() {
        ContentItem root = ContentItem.container(SrCodes.REPORT, "1500")
                .modifiedBy(ContentItem.code(SrCodes.LANGUAGE, SrCodes.ENGLISH))
                .observedIn(ContentItem.code(SrCodes.OBSERVER_TYPE, SrCodes.DEVICE))
                .observedIn(ContentItem.uid(SrCodes.DEVICE_UID, new DerivedUid().with("device").with(ResultSeries.MAKER).uid()))
                .observedIn(ContentItem.text(SrCodes.DEVICE_NAME, ResultSeries.MAKER))
                .observedIn(ContentItem.text(SrCodes.DEVICE_MANUFACTURER, ResultSeries.MAKER))
                .observedIn(ContentItem.text(SrCodes.DEVICE_MODEL, ResultSeries.MAKER))
                .observedIn(ContentItem.text(SrCodes.DEVICE_SERIAL, "1"))
                .modifiedBy(ContentItem.code(SrCodes.PROCEDURE, SrCodes.MRI))
                .contains(imageLibrary());
        segments.ifPresent(found -> root.contains(measurements(found)));
        List<ContentItem> comments = comments();
        if (!comments.isEmpty()) {
            ContentItem evaluations = ContentItem.container(SrCodes.QUALITATIVE);
            comments.forEach(evaluations::contains);
            root.contains(evaluations);
        }
        return root;
    }

    private ContentItem imageLibrary() {
        ContentItem library = ContentItem.container(SrCodes.IMAGE_LIBRARY, "1600");
        for (SliceStack stack : images.stacks()) {
            ContentItem group = ContentItem.container(SrCodes.IMAGE_LIBRARY_GROUP)
                    .acquiredIn(ContentItem.code(SrCodes.MODALITY, SrCodes.MR));
            stack.slices().forEach(slice -> group.contains(ContentItem.image(ImageReferences.to(slice))));
            library.contains(group);
        }
        return library;
    }

    private ContentItem measurements(UnitSegmentation found) {
        ContentItem measurements = ContentItem.container(SrCodes.MEASUREMENTS);
        new UnitGroups(result, images, found).all().forEach(measurements::contains);
        new SpineGroups(result, images, found).all().forEach(measurements::contains);
        return measurements;
    }

    /** What a reader of the numbers has to know: why there are none, what is in doubt, what the result may be used for. */
    private List<ContentItem> comments() {
        List<String> naming = result.anatomy().warnings().stream().distinct().toList();
        List<String> others = new ArrayList<>();
        result.anatomy().noSpine().ifPresent(others::add);
        if (segments.isEmpty() && result.anatomy().noSpine().isEmpty()) {
            others.add("No vertebral body and no disc could be named: nothing was measured.");
        }
        others.addAll(result.everyWarning());
        for (Score score : result.scores()) {
            result.intervals(score).map(ScoreIntervals::withheld).filter(why -> !why.isEmpty()).ifPresent(others::add);
        }
        result.models().stream().map(ModelCard::intendedUse).filter(use -> !use.isBlank()).forEach(others::add);
        return Stream.concat(naming.stream().map(words -> ContentItem.text(SrCodes.NAMING, words)),
                others.stream().distinct().filter(words -> !naming.contains(words))
                        .map(words -> ContentItem.text(SrCodes.COMMENT, words))).toList();
    }
}
