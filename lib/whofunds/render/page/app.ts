// The page as a whole: one view of one graph; every change of the view is drawn.
import { Graph, type MapData } from './data';
import { byId, say } from './element';
import { openFilter, visibleOf, type Visible } from './filter';
import { drawFilters } from './filters';
import { fromHash, type View } from './link';
import { drawPanel } from './panel';
import { findPath, type Path } from './path';
import { Picture, type Place } from './picture';
import { searchBox } from './search_box';
import { askPart, askPath, Refused, type Part } from './server';
import { drawTable } from './table';
import { drawTools, drawZoom, tellUser } from './tools';
import { Speech } from './words';

export class App {
  graph: Graph;
  picture: Picture;
  speech: Speech;
  view: View;
  visible: Visible;
  path: Path | undefined;
  private arranged: Set<number> | undefined; // around what the picture was arranged last
  private described: Speech | undefined; // the language in which the picture names its parts
  private searchInput: HTMLInputElement | undefined;

  constructor(data: MapData) {
    this.graph = new Graph(data);
    const usual: View = {
      filter: openFilter(),
      language: data.language,
      dark: matchMedia('(prefers-color-scheme: dark)').matches,
    };
    const { view, place } = fromHash(location.hash, this.graph, usual);
    this.view = view;
    this.speech = new Speech(data, view.language);
    this.visible = visibleOf(this.graph, view.filter, view.around);
    this.picture = new Picture(byId('picture'), this.graph, this.listener());
    byId('filters').hidden = innerWidth < 900;
    this.drawAll();
    this.settle(place);
  }

  /** Changes some of the view and draws what follows. */
  change(part: Partial<View>): void {
    const before = this.view;
    this.view = { ...before, ...part };
    if (this.view.language !== before.language) this.speech = new Speech(this.graph.data, this.view.language);
    this.drawAll();
    if (part.fact !== undefined) this.picture.reveal(this.graph.fact(part.fact).object);
    if (this.path && ('from' in part || 'to' in part)) this.picture.fit(this.path.steps.flatMap((step) => [step.from, step.to]));
  }

  /** What the server answers; undefined, and the reader is told why, where it does not. */
  async answered<T>(asked: Promise<T>): Promise<T | undefined> {
    try {
      return await asked;
    } catch (fault) {
      const isTooLong = fault instanceof Refused && fault.status === 503;
      this.tell(this.speech.word(isTooLong ? 'too_long' : 'no_answer'));
      return undefined;
    }
  }

  // Draws another part of the graph, with what was picked still picked.
  private async fetch(asked: Promise<Part>): Promise<void> {
    const part = await this.answered(asked);
    if (!part) return;
    const before = this.graph;
    this.graph = new Graph(part.data);
    const moved = (entity: number | undefined) =>
      (entity === undefined ? undefined : this.graph.placeOf(before.entity(entity).id));
    const { view } = this;
    const fact = view.fact === undefined ? undefined : this.graph.placeOfFact(before.fact(view.fact).id);
    this.view = { ...view, around: undefined, entity: moved(view.entity), from: moved(view.from), to: moved(view.to), fact };
    this.picture.dispose();
    byId('picture').replaceChildren(part.picture);
    this.picture = new Picture(byId('picture'), this.graph, this.listener());
    this.described = this.arranged = undefined;
    this.drawAll();
    this.picture.fit();
  }

  /** Takes the view from the address; a page of a server first fetches what the link shows. */
  async openLink(): Promise<void> {
    if (this.isServed) {
      const ids = (new URLSearchParams(location.hash.slice(1)).get('around') ?? '').split(',').filter(Boolean);
      if (ids.length > 0) await this.fetch(askPart(ids));
    }
    const { view, place } = fromHash(location.hash, this.graph, this.view);
    this.change(this.isServed ? { ...view, around: undefined } : view);
    this.settle(place);
  }

  /** Whether a server knows more than is drawn. */
  get isServed(): boolean {
    return this.graph.data.served;
  }

  /** Goes to the entity of that id, which is fetched where it is not drawn. */
  async find(id: string): Promise<void> {
    if (this.isServed && this.graph.placeOf(id) === undefined) await this.fetch(askPart(this.drawn(), [id]));
    const entity = this.graph.placeOf(id);
    if (entity !== undefined) this.goTo(entity);
  }

  /** Sets the ends of the path, those that are named; what lies between them is fetched where it is not drawn. */
  async setEnds(from: string | undefined, to: string | undefined): Promise<void> {
    const { view } = this;
    const fromId = from ?? (view.from === undefined ? undefined : this.graph.entity(view.from).id);
    const toId = to ?? (view.to === undefined ? undefined : this.graph.entity(view.to).id);
    if (this.isServed) {
      const between = fromId && toId ? await this.answered(askPath(fromId, toId)) : [];
      if (!between) return;
      const isMissing = (id: string | undefined): id is string => !!id && this.graph.placeOf(id) === undefined;
      // An end comes with its neighbours: without a fact among what is drawn it would not be drawn either.
      const ends = [fromId, toId].filter(isMissing);
      if (ends.length > 0 || between.some(isMissing)) await this.fetch(askPart([...new Set([...between, ...this.drawn()])], ends));
    }
    this.change({ from: fromId && this.graph.placeOf(fromId), to: toId && this.graph.placeOf(toId) } as Partial<View>);
  }

  /** What is drawn, by ids: what a link and the server are told. */
  drawn(): string[] {
    return this.graph.data.entities.map((entity) => entity.id);
  }

  goTo(entity: number): void {
    const around = this.view.around;
    this.change({ entity, fact: undefined, around: around && new Set([...around, entity]) });
    this.picture.focus(entity);
  }

  showOnly(entity: number): void {
    if (this.isServed) return void this.fetch(askPart([], [this.graph.entity(entity).id]));
    this.change({ around: new Set([entity, ...this.graph.neighbours(entity)]), entity, fact: undefined });
    this.picture.fit();
  }

  expand(entity: number): void {
    if (this.isServed) return void this.fetch(askPart(this.drawn(), [this.graph.entity(entity).id]));
    if (!this.view.around) return;
    this.change({ around: new Set([...this.view.around, ...this.graph.neighbours(entity)]), entity, fact: undefined });
    this.picture.fit();
  }

  showAll(): void {
    if (this.isServed) return void this.fetch(askPart([]));
    if (!this.view.around) return;
    this.change({ around: undefined });
    this.picture.fit();
  }

  close(): void {
    const { entity, fact } = this.view;
    if (entity !== undefined || fact !== undefined) this.change({ entity: undefined, fact: undefined });
    else this.change({ from: undefined, to: undefined });
  }

  search(): void {
    this.searchInput?.focus();
  }

  toggleFilters(): void {
    byId('filters').hidden = !byId('filters').hidden;
    drawTools(byId('tools'), this);
  }

  toggleTable(): void {
    byId('facts').hidden = !byId('facts').hidden;
    drawTable(byId('facts'), this);
    drawTools(byId('tools'), this);
  }

  tell(text: string): void {
    tellUser(text);
  }

  /** How many entities an expansion would add. */
  hiddenNeighbours(entity: number): number {
    const around = this.view.around;
    return around ? [...this.graph.neighbours(entity)].filter((other) => !around.has(other)).length : 0;
  }

  /** A colour of the light theme as the present one has it. */
  colour(light: string): string {
    return (this.view.dark && this.graph.data.dark[light.toLowerCase()]) || light;
  }

  // ---- drawing

  private drawAll(): void {
    const { view, speech, picture } = this;
    // Where the language is set, to the same too, all of a large picture is styled anew.
    if (document.documentElement.lang !== view.language) document.documentElement.lang = view.language;
    document.documentElement.dataset['theme'] = view.dark ? 'dark' : 'light';
    this.visible = visibleOf(this.graph, view.filter, view.around);
    const hasEnds = view.from !== undefined && view.to !== undefined;
    this.path = hasEnds ? findPath(this.graph, view.from!, view.to!, this.visible.facts) : undefined;
    picture.show(this.visible);
    if (view.around !== this.arranged) picture.arrange(!!view.around);
    this.arranged = view.around;
    picture.setTheme(view.dark);
    if (this.described !== speech) {
      picture.describe(speech.word('picture_of', { title: this.graph.data.title }), (entity) => this.entityLabel(entity));
      this.described = speech;
    }
    picture.pick(view.entity, view.fact === undefined ? undefined : this.graph.itemOf[view.fact]);
    this.stressPath();
    this.drawSides();
  }

  private drawSides(): void {
    keepingFocus(() => {
      drawFilters(byId('filters'), this);
      drawTools(byId('tools'), this);
      drawZoom(byId('zoom'), this);
      drawPanel(byId('panel'), this);
      drawTable(byId('facts'), this);
      this.drawSearch();
    });
    const { entities, facts } = this.visible.counts;
    const { speech } = this;
    const { total } = this.graph.data;
    byId('count').textContent = speech.word('shown', {
      entities: speech.count(entities), all_entities: speech.count(total.entities),
      facts: speech.count(facts), all_facts: speech.count(total.facts),
    });
    byId('picture').dataset['empty'] = facts === 0 ? speech.word('no_facts') : '';
  }

  private drawSearch(): void {
    const host = byId('search');
    const box = searchBox(this, this.speech.word('search'), undefined, (id) => void this.find(id));
    host.setAttribute('role', 'search');
    host.replaceChildren(box.root);
    this.searchInput = box.input;
  }

  private entityLabel(entity: number): string {
    const { name, kind } = this.graph.entity(entity);
    return this.speech.word('entity_label', { name, kind: this.speech.kind(kind), count: this.graph.factsOf[entity]!.length });
  }

  private stressPath(): void {
    const { path } = this;
    if (!path) return this.picture.stress(undefined);
    const entities = new Set(path.steps.flatMap((step) => [step.from, step.to]));
    const items = new Set(path.steps.flatMap((step) => step.facts.map((fact) => this.graph.itemOf[fact]!)));
    this.picture.stress(entities, items);
    say(this.speech.word(path.directed ? 'path_directed' : 'path_undirected', { count: path.steps.length }));
  }

  private settle(place: Place | undefined): void {
    if (place) this.picture.place(place);
    else this.picture.open();
  }

  private listener() {
    return {
      entity: (entity: number) => this.change({ entity, fact: undefined }),
      item: (item: number, party: number | undefined) => {
        const facts = this.graph.item(item).facts.filter((fact) => this.visible.facts[fact]);
        const own = facts.find((fact) => this.graph.fact(fact).subject === party || this.graph.fact(fact).object === party);
        this.change({ fact: own ?? facts[0], entity: undefined });
      },
      expand: (entity: number) => this.expand(entity),
      nothing: () => this.change({ entity: undefined, fact: undefined }),
    };
  }
}

// Draws, and gives the keyboard back to the control that had it, which may have been made anew, with what was typed.
function keepingFocus(draw: () => void): void {
  const active = document.activeElement as HTMLInputElement | null;
  const host = active?.closest<HTMLElement>('#filters, #tools, #zoom, #search');
  const place = host ? [...host.querySelectorAll<HTMLElement>('input, select, button')].indexOf(active!) : -1;
  draw();
  const again = place < 0 ? undefined : host!.querySelectorAll<HTMLInputElement>('input, select, button')[place];
  if (active?.role === 'combobox' && again) again.value = active.value;
  again?.focus();
}
