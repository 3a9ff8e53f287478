import { DEPARTMENTS, headOf, type Department, type Position } from '../../base/departments';
import type { Role } from '../../base/roles';
import type { Words } from './instants';

/** BAK-04. */
export const ROLE_NAMES: Readonly<Record<Role, Words>> = {
  'sales-consultant': { zh: '销售顾问', en: 'sales consultant' },
  'production-supervisor': { zh: '生产主管', en: 'production supervisor' },
  baker: { zh: '烘焙师', en: 'baker' },
  'qc-inspector': { zh: '品控员', en: 'quality inspector' },
  packer: { zh: '打包员', en: 'packer' },
  'delivery-staff': { zh: '配送员', en: 'delivery staff' },
  'customer-service': { zh: '客服', en: 'customer service' },
  'store-manager': { zh: '店长', en: 'store manager' },
  finance: { zh: '财务', en: 'finance' },
  'food-safety-committee': { zh: '食品安全委员会', en: 'food-safety committee' },
  'ingredient-custodian': { zh: '原料保管员', en: 'ingredient custodian' },
  management: { zh: '管理层', en: 'management' },
  operator: { zh: '系统运维', en: 'operator' },
};

export const DEPARTMENT_NAMES: Readonly<Record<Department, Words>> = {
  sales: { zh: '销售部', en: 'sales' },
  production: { zh: '生产部', en: 'production' },
  quality: { zh: '质量部', en: 'quality' },
  purchasing: { zh: '采购部', en: 'purchasing' },
  warehouse: { zh: '仓储部', en: 'the warehouse' },
  logistics: { zh: '物流部', en: 'logistics' },
  'customer-service': { zh: '客服部', en: 'customer service' },
  'service-centre': { zh: '服务中心', en: 'the service centre' },
  finance: { zh: '财务部', en: 'finance' },
  'human-resources': { zh: '人力资源部', en: 'human resources' },
  legal: { zh: '法务部', en: 'legal affairs' },
  it: { zh: '信息技术部', en: 'IT' },
  management: { zh: '管理部', en: 'management' },
};

/** Roles, and the heads of departments. */
export const POSITION_NAMES = {
  ...ROLE_NAMES,
  ...Object.fromEntries(
    DEPARTMENTS.map((department) => {
      const { zh, en } = DEPARTMENT_NAMES[department];
      return [headOf(department), { zh: `${zh}负责人`, en: `head of ${en}` }];
    }),
  ),
} as Readonly<Record<Position, Words>>;

/** Who acted without a name of their own; chapters add their parties to the lists `who` and `name`. */
export const ACTORS: Readonly<Record<'staff' | 'customer' | 'system', Words>> = {
  staff: { zh: '员工', en: 'a member of staff' },
  customer: { zh: '顾客', en: 'the customer' },
  system: { zh: '系统', en: 'the order itself' },
};

/** Fen as yuan. */
export const yuan = (fen: number): string => `¥${(fen / 100).toFixed(2)}`;

const has = <T extends object>(rows: T, key: unknown): key is keyof T => typeof key === 'string' && Object.hasOwn(rows, key);
/** What an id of a list is called; undefined for an id that is not in it. */
export const nameIn = (rows: Readonly<Record<string, Words>>, id: unknown, language: keyof Words): string | undefined =>
  has(rows, id) ? rows[id]?.[language] : undefined;
