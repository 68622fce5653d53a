package spine.report.internal.comparison.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.Endplate;
import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.VertebralBody;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.image.Vec3;
import spine.api.report.ScoringResult;
import spine.report.internal.DrawnResult;

class AlignedPicturesTest {
    private static final DiscLevel UNIT = DiscLevel.of("T6/7");
    private static final Pattern PNG = Pattern.compile("base64,([^\"]+)");
    private final ScoringResult drawn = DrawnResult.wholeSpine();

    /** The patient lies elsewhere, bent forward by 9 degrees: the pictures are the same. */
    @Test
    void anotherPositionGivesTheSamePictures() throws IOException {
        double angle = Math.toRadians(9);
        UnaryOperator<Vec3> turned = point -> new Vec3(point.x(), Math.cos(angle) * point.y() - Math.sin(angle) * point.z(),
                Math.sin(angle) * point.y() + Math.cos(angle) * point.z());
        ScoringResult moved = moved(drawn, turned, new Vec3(31, -17, 55));
        List<PictureRow> rows = pictures(drawn, moved).rows(UNIT);
        assertEquals(3, rows.size());
        for (PictureRow row : rows) {
            assertEquals(row.cells().get(0).slice(), row.cells().get(1).slice());
            assertEquals("turned by 9°", row.cells().get(1).offset());
            assertTrue(difference(row) < 1, "mean difference of greys: " + difference(row));
        }
    }

    /** Slices that lie 3 mm further left in the patient: the nearest ones are chosen by the anatomy, and the rest is told. */
    @Test
    void theNearestSlicesOfTheAnatomyAreChosen() throws IOException {
        ScoringResult shifted = imaged(drawn, new Vec3(3, 0, 0));
        for (PictureRow row : pictures(drawn, shifted).rows(UNIT)) {
            assertEquals(row.cells().get(0).slice() + 1, row.cells().get(1).slice());
            assertEquals("1.0 mm further right", row.cells().get(1).offset());
        }
    }

    @Test
    void slicesOfEveryScoreAreShown() {
        AlignedPictures pictures = new AlignedPictures(List.of(drawn.anatomy(), drawn.anatomy()));
        pictures.add(0, drawn, drawn.scores().get(0).units());
        assertEquals(3, pictures.rows(UNIT).size());
        assertEquals(List.of(4, 5, 6), pictures.rows(UNIT).stream().map(row -> row.cells().get(0).slice()).sorted().toList());
        assertEquals("", pictures.rows(UNIT).get(0).cells().get(1).drawing(), "no images of the second time");
        assertEquals(List.of(), pictures.rows(DiscLevel.of("L5/S1")), "not in view");
    }

    private AlignedPictures pictures(ScoringResult first, ScoringResult second) {
        AlignedPictures pictures = new AlignedPictures(List.of(first.anatomy(), second.anatomy()));
        pictures.add(0, first, first.scores().get(0).units());
        pictures.add(1, second, second.scores().get(0).units());
        return pictures;
    }

    private static double difference(PictureRow row) throws IOException {
        Raster one = raster(row.cells().get(0));
        Raster other = raster(row.cells().get(1));
        double sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                sum += Math.abs(one.getSample(x, y, 0) - other.getSample(x, y, 0));
            }
        }
        return sum / (one.getWidth() * one.getHeight());
    }

    private static Raster raster(PictureRow.Cell cell) throws IOException {
        Matcher png = PNG.matcher(cell.drawing());
        assertTrue(png.find());
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(png.group(1)))).getRaster();
    }

    /** Patient and images together. */
    private static ScoringResult moved(ScoringResult result, UnaryOperator<Vec3> turn, Vec3 shift) {
        UnaryOperator<Vec3> move = point -> turn.apply(point).plus(shift);
        List<StackAnatomy> stacks = new ArrayList<>();
        for (StackAnatomy stack : result.anatomy().stacks()) {
            stacks.add(new StackAnatomy(stack.structures(), stack.canal(), stack.bodies().stream().map(body -> new VertebralBody(
                    body.level(), move.apply(body.centre()), turn.apply(body.cranial()), turn.apply(body.anterior()),
                    new Endplate(move.apply(body.upper().centre()), turn.apply(body.upper().outward())),
                    new Endplate(move.apply(body.lower().centre()), turn.apply(body.lower().outward())), body.heightMm(), body.depthMm(),
                    body.confidence())).toList(), stack.discs()));
        }
        return with(result, stacks, plane -> new SlicePlane(move.apply(plane.origin()), turn.apply(plane.alongRow()),
                turn.apply(plane.alongColumn()), plane.columnSpacing(), plane.rowSpacing()));
    }

    /** The images alone. */
    private static ScoringResult imaged(ScoringResult result, Vec3 shift) {
        return with(result, result.anatomy().stacks(), plane -> new SlicePlane(plane.origin().plus(shift), plane.alongRow(),
                plane.alongColumn(), plane.columnSpacing(), plane.rowSpacing()));
    }

    private static ScoringResult with(ScoringResult result, List<StackAnatomy> stacks, UnaryOperator<SlicePlane> planes) {
        List<SliceStack> images = result.study().stacks().stream().map(stack -> new SliceStack(stack.seriesInstanceUid(), "1.2.77",
                stack.description(), stack.acquisition(), stack.slices().stream().map(slice -> new Slice(slice.sopInstanceUid(),
                slice.sopClassUid(), planes.apply(slice.plane()), slice.rows(), slice.columns(), slice.pixels(), slice.source())).toList()))
                .toList();
        return new ScoringResult(new Study(result.study().studyInstanceUid(), images, List.of()), result.models(),
                new SpineAnatomy(stacks, result.anatomy().units(), List.of()), result.lesions(), result.images(), result.scores(),
                List.of(), result.timing());
    }
}
