package spine.anatomy.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Component;
import spine.anatomy.internal.classmap.TissueMap;
import spine.anatomy.internal.geometry.UnitSelector;
import spine.anatomy.internal.labelling.ChainMerger;
import spine.anatomy.internal.labelling.LabellingResult;
import spine.anatomy.internal.labelling.SpinalColumn;
import spine.anatomy.internal.labelling.SpineLikeness;
import spine.anatomy.internal.tracing.VertebralChain;
import spine.api.anatomy.AnatomyLocaliser;
import spine.api.anatomy.NumericalVariant;
import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;
import spine.api.image.ClassProbabilities;
import spine.api.image.Study;

/**
 * Finds the chain of bodies and discs in every stack, merges the chains of the stations, labels the bodies by counting from C2 and
 * S1 with sizes as a second opinion, and measures every labelled structure. Stacks are worked on in parallel. Stateless.
 */
@Component
public final class ChainLocaliser implements AnatomyLocaliser {
    private static final String NO_SPINE = "These images show no spine, or too little of one to name a vertebra: nothing was scored.";

    @Override
    public SpineAnatomy locate(Study study, List<ClassProbabilities> maps) {
        if (maps.size() != study.stacks().size()) {
            throw new IllegalArgumentException("study " + study.studyInstanceUid() + " has " + study.stacks().size()
                    + " stacks but class maps for " + maps.size());
        }
        List<Traced> traced = IntStream.range(0, maps.size()).parallel().mapToObj(s -> {
            TissueMap map = TissueMap.of(study.stacks().get(s), maps.get(s));
            return new Traced(map, VertebralChain.of(s, map));
        }).toList();
        List<VertebralChain> chains = traced.stream().flatMap(stack -> stack.chain().stream()).toList();
        Optional<SpinalColumn> merged = chains.isEmpty() ? Optional.empty() : Optional.of(ChainMerger.merge(chains));
        if (merged.map(SpineLikeness::of).filter(SpineLikeness::isSpine).isEmpty()) {
            return SpineAnatomy.none(traced.stream().map(Traced::nothing).toList(), NO_SPINE);
        }
        LabellingResult result = LabellingResult.of(merged.get());
        SpinalColumn column = result.column();
        List<StackAnatomy> measured = IntStream.range(0, column.chains().size()).parallel()
                .mapToObj(c -> new StackAnatomyBuilder(column.chains().get(c), result.assignment(), column.offsets()[c]).build()).toList();
        Map<Integer, StackAnatomy> byStack = new HashMap<>();
        for (int c = 0; c < measured.size(); c++) {
            byStack.put(column.chains().get(c).stack(), measured.get(c));
        }
        List<StackAnatomy> stacks = IntStream.range(0, traced.size())
                .mapToObj(s -> byStack.containsKey(s) ? byStack.get(s) : traced.get(s).nothing()).toList();
        NumericalVariant variant = result.assignment().levels().variant();
        return new SpineAnatomy(stacks, variant, new UnitSelector(study, stacks, variant).select(), result.confidence(), Optional.empty(),
                result.notes(), result.warnings());
    }

    /** @param chain of the stack, if it shows one */
    private record Traced(TissueMap map, Optional<VertebralChain> chain) {

        StackAnatomy nothing() {
            return StackAnatomyBuilder.empty(map);
        }
    }
}
