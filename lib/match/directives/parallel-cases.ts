import type { ListCase } from './list-cases';

/** Cases of our own writing for sentences that begin alike (排比), alone and behind what leads to them. */
export const PARALLEL_CASES: readonly ListCase[] = [
  {
    name: 'parallel openings',
    text: '要学出信仰，做到真学真信。要学出视野，看到大局大势。要学出情怀，记住群众冷暖。',
    lists: [{ style: '排比', numerals: '1 2 3' }],
  },
  {
    name: 'parallel openings behind a lead',
    text: '会议强调，要学出信仰，坚定理想；要学出视野，提升思维；要学出情怀，厚植本色。',
    lists: [{ style: '排比', numerals: '1 2 3', lead: '会议强调' }],
  },
  {
    name: 'parallel openings behind a lead, four sentences',
    text: '前期进展顺利。会议强调，要学出信仰，坚定理想。要学出视野，提升思维。要学出情怀，厚植本色。要学出担当，争创佳绩。',
    lists: [{ style: '排比', numerals: '1 2 3 4', lead: '会议强调' }],
  },
  {
    name: 'parallel openings behind a colon and in quotation marks',
    text: '他说：“必须守住耕地，一分不少；必须守住粮仓，一粒不霉；必须守住水源，一滴不污。”',
    lists: [{ style: '排比', numerals: '1 2 3', lead: '他说' }],
  },
  {
    name: 'parallel openings behind a lead, after a sentence that begins alike',
    text: '会议听取汇报。会议强调，要学出信仰，坚定理想；要学出视野，提升思维；要学出情怀，厚植本色。',
    lists: [{ style: '排比', numerals: '1 2 3', lead: '会议强调' }],
  },
  {
    name: 'parallel openings inside an item',
    text: '一、抓作风。\n要带头学习文件。要带头深入基层。要带头改进文风。\n二、抓项目。',
    lists: [
      { style: '一、', numerals: '1 2' },
      { style: '排比', numerals: '1 2 3', parent: '0.0' },
    ],
  },
];

/** Sentences that begin alike and are no list. */
export const NO_PARALLELS: readonly string[] = [
  '会议强调，要学出信仰；要学出视野。',
  '各村动员起来，要学出信仰；要学出视野；大家齐心。',
  '会议指出，成绩来之不易。会议强调，要再接再厉。会议要求，要抓好落实。',
  '通讯社称，以色列军队撤出。以色列政府证实。以色列媒体报道。',
  '全市经济平稳。全市物价稳定。全市就业充分。',
];
