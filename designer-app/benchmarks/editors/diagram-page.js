// A grid of boxes with label and text in diagram-js, each wired to its right and its lower neighbour.
import Diagram from 'diagram-js';
import Connect from 'diagram-js/lib/features/connect';
import LassoTool from 'diagram-js/lib/features/lasso-tool';
import Modeling from 'diagram-js/lib/features/modeling';
import Move from 'diagram-js/lib/features/move';
import MoveCanvas from 'diagram-js/lib/navigation/movecanvas';
import Outline from 'diagram-js/lib/features/outline';
import Selection from 'diagram-js/lib/features/selection';
import ZoomScroll from 'diagram-js/lib/navigation/zoomscroll';
import BaseRenderer from 'diagram-js/lib/draw/BaseRenderer';
import { append, attr, create } from 'tiny-svg';

function BoxRenderer(eventBus) {
  BaseRenderer.call(this, eventBus, 2000);
}
BoxRenderer.$inject = ['eventBus'];
BoxRenderer.prototype = Object.create(BaseRenderer.prototype);
BoxRenderer.prototype.canRender = () => true;
BoxRenderer.prototype.drawShape = (parent, shape) => {
  const box = create('rect');
  attr(box, { width: shape.width, height: shape.height, rx: 9, fill: 'white', stroke: '#d0d7de' });
  append(parent, box);
  ['Menu number ' + shape.number, '“For sales, press 1. For…”', 'sales', 'support', 'timeout', 'invalid'].forEach((text, line) => {
    const label = create('text');
    attr(label, { x: 38, y: 24 + 20 * line, 'font-size': line ? 11.5 : 13 });
    label.textContent = text;
    append(parent, label);
  });
  return box;
};
BoxRenderer.prototype.drawConnection = (parent, connection) => {
  const line = create('polyline');
  attr(line, { points: connection.waypoints.map(p => p.x + ',' + p.y).join(' '), fill: 'none', stroke: '#8c959f' });
  append(parent, line);
  return line;
};
BoxRenderer.prototype.getShapePath = s => `M${s.x},${s.y}h${s.width}v${s.height}h${-s.width}z`;
BoxRenderer.prototype.getConnectionPath = () => 'M0,0';

window.draw = size => {
  const diagram = new Diagram({
    canvas: { container: document.getElementById('canvas') },
    modules: [Connect, LassoTool, Modeling, Move, MoveCanvas, Outline, Selection, ZoomScroll,
      { __init__: ['boxRenderer'], boxRenderer: ['type', BoxRenderer] }]
  });
  const canvas = diagram.get('canvas');
  const elements = diagram.get('elementFactory');
  const columns = Math.ceil(Math.sqrt(size));
  const root = elements.createRoot({ id: 'root' });
  canvas.setRootElement(root);
  const boxes = [];
  for (let number = 0; number < size; number++) {
    const box = elements.createShape({ id: 'node-' + number, number, x: number % columns * 280,
      y: Math.floor(number / columns) * 200, width: 200, height: 150 });
    canvas.addShape(box, root);
    boxes.push(box);
  }
  const wire = (from, to) => canvas.addConnection(elements.createConnection({ source: from, target: to, waypoints: [
    { x: from.x + 200, y: from.y + 90 }, { x: from.x + 240, y: from.y + 90 },
    { x: to.x - 20, y: to.y + 19 }, { x: to.x, y: to.y + 19 }] }), root);
  for (let number = 0; number < size; number++) {
    if (number % columns < columns - 1 && number + 1 < size) wire(boxes[number], boxes[number + 1]);
    if (number + columns < size) wire(boxes[number], boxes[number + columns]);
  }
  window.editor = { diagram, canvas, boxes, columns };
};
