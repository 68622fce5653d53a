package com.example.myindex;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Component;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.score.Score;
import spine.api.score.ScoringIndex;
import spine.api.score.ScoringIndexService;
import spine.api.score.ScoringInput;
import spine.api.score.UnitScore;
import spine.api.score.UnitView;

/** An index to begin with: a unit scores the number of its slices with oedema. Replace {@link #points} by your rule. */
@Component
@ScoringIndexService(id = MyIndex.ID, version = MyIndex.VERSION)
public final class MyIndex implements ScoringIndex {
    static final String ID = "myindex";
    static final String VERSION = "1.0.0";

    private static final int LISTED = 6;

    @Override
    public Score score(ScoringInput input) {
        List<UnitScore> units = new ArrayList<>();
        for (DiscovertebralUnit unit : input.anatomy().units()) {
            units.add(UnitView.of(input, unit).map(MyIndex::score).orElse(UnitScore.zero(unit)));
        }
        double total = units.stream().mapToDouble(UnitScore::score).sum();
        return new Score(ID, VERSION, Map.of("total", total), Score.worst(units, LISTED), units, List.of());
    }

    private static UnitScore score(UnitView view) {
        List<Integer> slices = IntStream.range(0, view.slices()).filter(slice -> oedemaMm2(view, slice) > 0).boxed().toList();
        if (slices.isEmpty()) {
            return UnitScore.zero(view.unit());
        }
        List<String> images = slices.stream().map(slice -> view.slice(slice).sopInstanceUid()).toList();
        return new UnitScore(view.unit(), points(view, slices), images, List.of());
    }

    /** The rule: above 0 for a unit with oedema on these slices. */
    private static double points(UnitView view, List<Integer> slices) {
        return slices.size();
    }

    private static double oedemaMm2(UnitView view, int slice) {
        return view.halves().stream().mapToDouble(half -> view.area(slice, view.oedema(half, slice).length)).sum();
    }
}
