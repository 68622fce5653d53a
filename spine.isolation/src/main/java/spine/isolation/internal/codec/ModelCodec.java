package spine.isolation.internal.codec;

import java.io.IOException;
import java.util.List;
import spine.api.image.ClassProbabilities;
import spine.api.model.ChangeRule;
import spine.api.model.FindingRule;
import spine.api.model.IntervalRule;
import spine.api.model.ModelCard;

/** {@code spine.api.model}: the card of a model, and its answer. */
public final class ModelCodec {

    private ModelCodec() {
    }

    public static void writeProbabilities(ValueOutput out, ClassProbabilities probabilities) throws IOException {
        List<String> classes = probabilities.classes();
        out.list(classes, ValueOutput::text);
        for (int c = 0; c < classes.size(); c++) {
            byte[][] maps = new byte[probabilities.slices()][];
            for (int slice = 0; slice < maps.length; slice++) {
                maps[slice] = probabilities.map(c, slice);
            }
            AnatomyCodec.writeMaps(out, maps);
        }
    }

    public static ClassProbabilities readProbabilities(ValueInput in) throws IOException {
        List<String> classes = in.list(ValueInput::text);
        byte[][][] quantised = new byte[classes.size()][][];
        for (int c = 0; c < quantised.length; c++) {
            quantised[c] = AnatomyCodec.readMaps(in);
        }
        return new ClassProbabilities(classes, quantised);
    }

    public static void writeCard(ValueOutput out, ModelCard card) throws IOException {
        out.text(card.id());
        out.text(card.version());
        out.text(card.role());
        out.list(card.classes(), ValueOutput::text);
        out.map(card.inputRecipe(), ValueOutput::text);
        out.real(card.operatingPoint());
        out.optional(card.findings(), ModelCodec::writeFindings);
        out.optional(card.intervals(), ModelCodec::writeIntervals);
        out.optional(card.change(), ModelCodec::writeChange);
        out.text(card.trainingData());
        out.map(card.metrics(), ValueOutput::real);
        out.text(card.intendedUse());
        out.text(card.weightsSha256());
    }

    public static ModelCard readCard(ValueInput in) throws IOException {
        return new ModelCard(in.text(), in.text(), in.text(), in.list(ValueInput::text), in.map(ValueInput::text), in.real(),
                in.optional(ModelCodec::readFindings), in.optional(ModelCodec::readIntervals), in.optional(ModelCodec::readChange),
                in.text(), in.map(ValueInput::real), in.text(), in.text());
    }

    private static void writeFindings(ValueOutput out, FindingRule rule) throws IOException {
        out.real(rule.candidatePoint());
        out.real(rule.threshold());
        out.real(rule.intercept());
        out.map(rule.terms(), (into, term) -> {
            into.real(term.weight());
            into.real(term.typical());
        });
        out.text(rule.basis());
    }

    private static FindingRule readFindings(ValueInput in) throws IOException {
        return new FindingRule(in.real(), in.real(), in.real(), in.map(from -> new FindingRule.Term(from.real(), from.real())), in.text());
    }

    private static void writeIntervals(ValueOutput out, IntervalRule rule) throws IOException {
        out.text(rule.indexId());
        out.real(rule.coverage());
        out.real(rule.strict());
        out.real(rule.lenient());
        out.map(rule.margins(), ValueOutput::real);
        out.map(rule.familiar(), (into, range) -> {
            into.real(range.low());
            into.real(range.high());
        });
        out.text(rule.anatomySha256());
        out.text(rule.basis());
        out.map(rule.settings(), ValueOutput::text);
    }

    private static IntervalRule readIntervals(ValueInput in) throws IOException {
        return new IntervalRule(in.text(), in.real(), in.real(), in.real(), in.map(ValueInput::real),
                in.map(from -> new IntervalRule.Range(from.real(), from.real())), in.text(), in.text(), in.map(ValueInput::text));
    }

    private static void writeChange(ValueOutput out, ChangeRule rule) throws IOException {
        out.text(rule.indexId());
        out.map(rule.totals(), ValueOutput::real);
        out.real(rule.unit());
        out.number(rule.pairs());
        out.text(rule.anatomySha256());
        out.text(rule.basis());
        out.map(rule.settings(), ValueOutput::text);
    }

    private static ChangeRule readChange(ValueInput in) throws IOException {
        return new ChangeRule(in.text(), in.map(ValueInput::real), in.real(), in.number(), in.text(), in.text(), in.map(ValueInput::text));
    }
}
