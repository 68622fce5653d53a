package spine.isolation.internal.codec;

import java.io.IOException;
import java.util.HashSet;
import java.util.TreeMap;
import java.util.TreeSet;
import spine.api.score.LesionMap;
import spine.api.score.Quadrant;
import spine.api.score.Score;
import spine.api.score.ScoringInput;
import spine.api.score.SliceFinding;
import spine.api.score.UnitScore;

/** {@code spine.api.score}: what an index is asked, and its answer. */
public final class ScoreCodec {

    private ScoreCodec() {
    }

    public static void writeInput(ValueOutput out, ScoringInput input) throws IOException {
        ImageCodec.writeStudy(out, input.study());
        AnatomyCodec.writeSpine(out, input.anatomy());
        out.list(input.lesions(), (into, lesions) -> AnatomyCodec.writeMaps(into, lesions.lesion()));
    }

    public static ScoringInput readInput(ValueInput in) throws IOException {
        return new ScoringInput(ImageCodec.readStudy(in), AnatomyCodec.readSpine(in),
                in.list(from -> new LesionMap(AnatomyCodec.readMaps(from))));
    }

    public static void writeScore(ValueOutput out, Score score) throws IOException {
        out.text(score.indexId());
        out.text(score.indexVersion());
        out.map(score.totals(), ValueOutput::real);
        // Its order means nothing and differs between processes.
        out.map(new TreeMap<>(score.maxima()), ValueOutput::real);
        out.list(score.worst(), ValueOutput::text);
        out.list(score.units(), ScoreCodec::writeUnit);
        out.list(score.warnings(), ValueOutput::text);
    }

    public static Score readScore(ValueInput in) throws IOException {
        return new Score(in.text(), in.text(), in.map(ValueInput::real), in.map(ValueInput::real), in.list(ValueInput::text),
                in.list(ScoreCodec::readUnit), in.list(ValueInput::text));
    }

    private static void writeUnit(ValueOutput out, UnitScore unit) throws IOException {
        AnatomyCodec.writeUnit(out, unit.unit());
        out.real(unit.score());
        out.list(unit.window(), ValueOutput::text);
        out.list(unit.slices(), ScoreCodec::writeFinding);
        out.map(unit.measures(), ValueOutput::real);
    }

    private static UnitScore readUnit(ValueInput in) throws IOException {
        return new UnitScore(AnatomyCodec.readUnit(in), in.real(), in.list(ValueInput::text), in.list(ScoreCodec::readFinding),
                in.map(ValueInput::real));
    }

    private static void writeFinding(ValueOutput out, SliceFinding finding) throws IOException {
        out.text(finding.sopInstanceUid());
        out.list(new TreeSet<>(finding.quadrants()), ValueOutput::name);
        out.truth(finding.deep());
        out.truth(finding.intense());
        out.real(finding.depthMm());
        out.real(finding.areaMm2());
        out.real(finding.intensityRatio());
    }

    private static SliceFinding readFinding(ValueInput in) throws IOException {
        return new SliceFinding(in.text(), new HashSet<>(in.list(from -> from.name(Quadrant.class))), in.truth(), in.truth(), in.real(),
                in.real(), in.real());
    }
}
