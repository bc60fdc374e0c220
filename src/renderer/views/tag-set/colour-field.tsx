import { useId, useState } from 'react';
import { confusedBy, type Vision } from '../../../core/colour/colour-vision.ts';
import { contrastOnPage } from '../../../core/colour/contrast.ts';
import { pageColours, themes } from '../../../core/colour/page-colours.ts';
import { type Tint, tagColourOf, tintOf } from '../../../core/colour/tag-colours.ts';
import { tintPresets } from '../../../core/colour/tint-presets.ts';
import type { Tag } from '../../../core/model/tag-set.ts';
import { setTagColour } from '../../../core/operations/gestures/change-tag.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { tagColour } from '../../ui/tag-colour.ts';
import { useTagSetChange } from './use-tag-set-change.ts';

interface ColourFieldProps {
  readonly tag: Tag;
  readonly others: readonly Tag[];
}

const visionWords: Readonly<Record<Vision, string>> = {
  full: 'anybody',
  protanopia: 'people who see no red (protanopia)',
  deuteranopia: 'people who see no green (deuteranopia)',
  tritanopia: 'people who see no blue (tritanopia)',
};

/** The tag's colour: presets that everybody can tell apart, or any hue. Lightness follows from the pages, so that it can always be read. */
export function ColourField({ tag, others }: ColourFieldProps) {
  const { change, readOnly } = useTagSetChange();
  const id = useId();
  const [draft, setDraft] = useState<Tint | null>(null);
  const tint = draft ?? tintOf(tag.colour);
  const colour = draft === null ? tag.colour : tagColourOf(draft);
  const put = (next: Tint) => {
    setDraft(null);
    change((project) => setTagColour(project, tag.id, tagColourOf(next)));
  };
  const keep = () => {
    if (draft !== null) put(draft);
  };
  return (
    <fieldset className="tag-set-fieldset" disabled={readOnly}>
      <legend className="field-label">Colour</legend>
      <div className="tint-presets">
        {tintPresets.map((preset) => {
          const pair = tagColourOf(preset);
          const isChosen = pair.light === colour.light && pair.dark === colour.dark;
          return (
            <button
              key={preset.name}
              type="button"
              className="tint-preset tag-coloured"
              style={tagColour({ ...tag, colour: pair })}
              aria-label={preset.name}
              aria-pressed={isChosen}
              title={preset.name}
              onClick={() => put(preset)}
            />
          );
        })}
      </div>
      <div className="tint-fields">
        <label htmlFor={`${id}-hue`}>Hue</label>
        <input
          id={`${id}-hue`}
          className="hue-field"
          type="range"
          min={0}
          max={359}
          value={tint.hue}
          onChange={(event) =>
            setDraft({ ...tint, chroma: Math.max(tint.chroma, 0.1), hue: Number(event.target.value) })
          }
          onPointerUp={keep}
          onKeyUp={keep}
          onBlur={keep}
        />
        <Segmented
          label="Depth"
          value={tint.depth}
          choices={[
            { value: 'bright', label: 'Bright' },
            { value: 'deep', label: 'Deep' },
          ]}
          onChange={(depth) => put({ ...tint, depth })}
        />
      </div>
      <div className="tint-samples">
        {themes.map((theme) => (
          <div key={theme} className="tint-sample">
            <span
              className="tint-page"
              style={{ background: pageColours[theme].paper, color: colour[theme] }}
              aria-hidden="true"
            >
              <bdi>{tag.name}</bdi>
            </span>
            <span>
              {theme === 'light' ? 'Light page' : 'Dark page'}:{' '}
              {contrastOnPage(colour[theme], theme).toFixed(1)}:1
            </span>
          </div>
        ))}
      </div>
      <ul className="sentence-list field-hint" aria-label="Tags that look alike">
        {others.flatMap((other) => {
          const by = confusedBy({ ...tag, colour }, other);
          if (by.length === 0) return [];
          const whom = by.includes('full')
            ? visionWords.full
            : by.map((vision) => visionWords[vision]).join(', ');
          return [
            <li key={other.id}>
              Hard to tell from <bdi>“{other.name}”</bdi>, which has the same mark, for {whom}. Choose another
              colour or mark.
            </li>,
          ];
        })}
      </ul>
    </fieldset>
  );
}
